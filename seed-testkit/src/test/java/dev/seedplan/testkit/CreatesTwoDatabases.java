package dev.seedplan.testkit;

/** The main class of the JVMs that tests start. */
final class CreatesTwoDatabases {

    private CreatesTwoDatabases() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            try (TestDatabase database = TestDatabase.create()) {
                database.execute("SELECT 1");
                System.out.println("OK");
            } catch (IllegalStateException e) {
                System.out.println("FAILED " + e.getMessage());
            }
        }
    }
}
