import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Cuts texts by an SRX file with nothing but java.util.regex, as a CAT tool written in Java does:
 * the matches of beforebreak and of afterbreak are found one after the other, and a rule speaks
 * where one ends and the other begins. Usage: java SrxCuts.java RULES.srx, texts on stdin as
 * LANG, tab, text, ended by U+0000; on stdout the parts of each, ended by U+0001, then U+0000.
 */
public class SrxCuts {
    record Rule(boolean breaks, Pattern before, Pattern after) {}

    public static void main(String[] arguments) throws Exception {
        Document srx = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new File(arguments[0]));
        String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String record : input.split("\0")) {
            int tab = record.indexOf('\t');
            String text = record.substring(tab + 1);
            int start = 0;
            for (int cut : cuts(text, rules(srx, record.substring(0, tab)))) {
                out.print(text.substring(start, cut) + "\1");
                start = cut;
            }
            out.print(text.substring(start) + "\1\0");
        }
        out.flush();
    }

    static List<Rule> rules(Document srx, String lang) {
        List<Rule> rules = new ArrayList<>();
        for (Element map : elements(srx.getDocumentElement(), "languagemap")) {
            if (!Pattern.matches(map.getAttribute("languagepattern"), lang)) {
                continue;
            }
            for (Element group : elements(srx.getDocumentElement(), "languagerule")) {
                if (group.getAttribute("languagerulename").equals(map.getAttribute("languagerulename"))) {
                    elements(group, "rule").forEach(rule -> rules.add(new Rule(
                            rule.getAttribute("break").equals("yes"),
                            Pattern.compile(elements(rule, "beforebreak").get(0).getTextContent()),
                            Pattern.compile(elements(rule, "afterbreak").get(0).getTextContent()))));
                }
            }
        }
        return rules;
    }

    static TreeSet<Integer> cuts(String text, List<Rule> rules) {
        TreeSet<Integer> cuts = new TreeSet<>();
        TreeSet<Integer> decided = new TreeSet<>();
        for (Rule rule : rules) {
            TreeSet<Integer> starts = new TreeSet<>();
            for (Matcher after = rule.after().matcher(text); after.find(); ) {
                starts.add(after.start());
            }
            for (Matcher before = rule.before().matcher(text); before.find(); ) {
                if (starts.contains(before.end()) && decided.add(before.end()) && rule.breaks()) {
                    cuts.add(before.end());
                }
            }
        }
        return cuts;
    }

    static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
