package dev.seedplan.schema;

import java.util.Set;

/**
 * Names that generated classes and accessors must not have. Fixed lists, so that the same schema gives the same names on
 * every JDK and with every version of the language; a name is only ever added with a new major version.
 */
final class ReservedNames {

    /** The public classes of {@code java.lang} in JDK 17 and in JDK 25. */
    private static final Set<String> JAVA_LANG = words("""
            AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException
            ArrayStoreException AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence
            Character Class ClassCastException ClassCircularityError ClassFormatError ClassLoader
            ClassNotFoundException ClassValue CloneNotSupportedException Cloneable Comparable Compiler
            Deprecated Double Enum EnumConstantNotPresentException Error Exception ExceptionInInitializerError
            Float FunctionalInterface IO IllegalAccessError IllegalAccessException IllegalArgumentException
            IllegalCallerException IllegalMonitorStateException IllegalStateException
            IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException
            InheritableThreadLocal InstantiationError InstantiationException Integer InternalError
            InterruptedException Iterable LayerInstantiationException LinkageError Long MatchException Math
            Module ModuleLayer NegativeArraySizeException NoClassDefFoundError NoSuchFieldError
            NoSuchFieldException NoSuchMethodError NoSuchMethodException NullPointerException Number
            NumberFormatException Object OutOfMemoryError Override Package Process ProcessBuilder ProcessHandle
            Readable Record ReflectiveOperationException Runnable Runtime RuntimeException RuntimePermission
            SafeVarargs ScopedValue SecurityException SecurityManager Short StableValue StackOverflowError
            StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder
            StringIndexOutOfBoundsException SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal
            Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError UnsupportedClassVersionError
            UnsupportedOperationException VerifyError VirtualMachineError Void WrongThreadException
            """);

    /** The public classes of {@code dev.seedplan}, which plans import all together, and {@code Seedplan}. */
    private static final Set<String> DSL = words("""
            Assets Body BusinessValues Cell CsvRow DerivedText Dict DoubleGen Draw Existing Gen IntGen
            InternetValues Labeled LocalizedText LongGen Markdown Named NumberValues OptionalGen Own Per
            PersonValues Pick PlaceValues Required Rows SeedPlan SeedSchema Seedplan Shape SqlAfter SqlBefore
            TextGen TextValues TimeGen TimeValues Tree UniqueGen UniqueIntGen UniqueLongGen UniqueText
            UniqueTimeGen Values Via
            """);

    /** Keywords and literals; words that are only sometimes keywords, like {@code record}, may name a method. */
    private static final Set<String> KEYWORDS = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum
            extends false final finally float for goto if implements import instanceof int interface long native
            new null package private protected public return short static strictfp super switch synchronized
            this throw throws transient true try void volatile while
            """);

    /** Methods without parameters that every object has, and which a getter would override or clash with. */
    private static final Set<String> OBJECT_METHODS = words("""
            clone finalize getClass hashCode notify notifyAll toString wait
            """);

    private ReservedNames() {}

    static boolean isClass(String name) {
        return JAVA_LANG.contains(name) || DSL.contains(name);
    }

    static boolean isMethod(String name) {
        return KEYWORDS.contains(name) || OBJECT_METHODS.contains(name);
    }

    private static Set<String> words(String lines) {
        return Set.of(lines.strip().split("\\s+"));
    }
}
