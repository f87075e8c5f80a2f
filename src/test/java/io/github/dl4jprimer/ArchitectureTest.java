package io.github.dl4jprimer;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the architecture: which package may know which, who prints, who trains. */
class ArchitectureTest {
    private static final String ROOT = "io.github.dl4jprimer.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** What each package may use; whoever adds a package says so here. */
    private static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>();

    static {
        may("language");
        may("data");
        may("runtime", "language");
        may("scratch");
        may("mlp");
        may("loss");
        may("optimizer");
        may("regularization");
        may("gradientcheck");
        may("transformer", "loss", "optimizer", "runtime");
        may("safetensors", "data");
        may("torchfile", "safetensors", "data");
        may("experiment", "data", "runtime", "safetensors");
        may("report", "experiment", "data", "language");
        may(
                "bert",
                "transformer",
                "loss",
                "optimizer",
                "safetensors",
                "torchfile",
                "experiment",
                "data");
        may("classifier", "bert", "transformer", "mlp", "optimizer", "experiment", "data");
        Set<String> library = Set.copyOf(MAY_KNOW.keySet());
        MAY_KNOW.put("course", library);
        MAY_KNOW.put("exercise", library);
        MAY_KNOW.put("notebook", library);
        may("traps", "language", "data", "runtime", "optimizer", "loss", "regularization");
        MAY_KNOW.put("cli", Set.copyOf(MAY_KNOW.keySet()));
    }

    private static void may(String name, String... known) {
        MAY_KNOW.put(name, Set.of(known));
    }

    static Set<String> packages() {
        return MAY_KNOW.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhatItMay(String name) {
        String[] forbidden =
                packages().stream()
                        .filter(other -> !other.equals(name) && !knows(name, other))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean knows(String name, String other) {
        return MAY_KNOW.get(name).contains(other);
    }

    @Test
    void everyPackageSaysWhatItMayKnow() {
        Set<String> unlisted =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring(ROOT.length()).split("[.]")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(unlisted.contains("scratch"), "classes are found");
        unlisted.removeAll(packages());
        assertEquals(Set.of(), unlisted, "add these packages to MAY_KNOW");
    }

    @Test
    void scratchStandsOnNd4jAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "scratch..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "scratch..", "org.nd4j..", "java..")
                .check(CLASSES);
    }

    @Test
    void conceptsStandOnDeeplearning4jAlone() {
        String[] concepts =
                Stream.of("mlp", "loss", "optimizer", "regularization")
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAnyPackage(concepts)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(concepts)
                                .or(resideInAnyPackage("org.nd4j..", "org.deeplearning4j.."))
                                .or(resideInAnyPackage("java..", "org.slf4j..")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLineAndTheKernelPrintAndExit() {
        String[] talking = {ROOT + "cli..", ROOT + "notebook.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(talking)
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheExperimentRunnerTrainsNetworks() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "experiment..")
                .should()
                .accessTargetWhere(
                        target(owner(assignableTo(NeuralNetwork.class).or(type(Model.class))))
                                .and(target(name("fit"))))
                .check(CLASSES);
    }

    @Test
    void nothingStaticCanBeReplaced() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Utils?|Helper|Impl|Manager)").check(CLASSES);
    }
}
