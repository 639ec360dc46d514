import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks each file against each profile with the veraPDF engine.
 *
 * <p>First argument: profiles, parted by commas ("ua1,2a"); then files. Prints one line for each file and profile:
 * PASS or FAIL, the profile, the file, and for a failure each broken rule with its first place, parted by tabs.
 */
public final class Conformance {
    private static final int SHOWN_FAILURES = 200;

    private Conformance() {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int file = 1; file < arguments.length; file++) {
            for (String profile : arguments[0].split(",")) {
                System.out.println(check(arguments[file], PDFAFlavour.byFlavourId(profile)));
            }
        }
    }

    private static String check(String file, PDFAFlavour flavour) {
        String about = "\t" + flavour.getId() + "\t" + file;
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, SHOWN_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    String where = assertion.getMessage() + " at " + assertion.getLocation().getContext();
                    broken.putIfAbsent(rule, (rule + " " + where).replaceAll("\\s+", " "));
                }
            }
            return (result.isCompliant() ? "PASS" : "FAIL") + about + tabs(broken);
        } catch (Exception problem) {
            return "FAIL" + about + "\t" + problem;
        }
    }

    private static String tabs(Map<String, String> broken) {
        StringBuilder line = new StringBuilder();
        broken.values().forEach(rule -> line.append('\t').append(rule));
        return line.toString();
    }
}
