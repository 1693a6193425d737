package dev.seedplan.it;

/**
 * One entry of the catalogue of errors.
 *
 * @param module who reports it
 * @param constant the enum constant's name, by which tests may also speak of it
 * @param catalogue the enum
 * @param code such as SEED-2101
 * @param summary what is wrong, without a full stop
 * @param remedy what to do, without a full stop
 * @param exit the exit code of what ends with it
 */
record ErrorEntry(
        Module module, String constant, Class<?> catalogue, String code, String summary, String remedy, String exit) {

    String qualifiedConstant() {
        return catalogue.getSimpleName() + "." + constant;
    }
}
