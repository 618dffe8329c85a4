import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.omegat.core.segmentation.MapRule;
import org.omegat.core.segmentation.Rule;
import org.omegat.core.segmentation.SRX;
import org.omegat.core.segmentation.Segmenter;
import org.omegat.util.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Cuts texts with OmegaT's own segmenter; arguments, stdin and stdout as in SrxCuts.java. The rules
 * are SRX or a segmentation.conf.
 */
public class OmegatCuts {
    public static void main(String[] arguments) throws Exception {
        File rules = new File(arguments[0]);
        Segmenter segmenter = new Segmenter();
        segmenter.setSRX(rules.getName().endsWith(".conf") ? SRX.loadSRX(rules) : read(rules));
        String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String record : input.split("\0")) {
            int tab = record.indexOf('\t');
            Language language = new Language(record.substring(0, tab));
            segmenter.segment(language, record.substring(tab + 1), null, null)
                    .forEach(part -> out.print(part + "\1"));
            out.print("\0");
        }
        out.flush();
    }

    static SRX read(File rules) throws Exception {
        Document file = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(rules);
        SRX srx = new SRX();
        srx.setMappingRules(maps(file.getDocumentElement()));
        return srx;
    }

    static List<MapRule> maps(Element srx) {
        List<MapRule> maps = new ArrayList<>();
        for (Element map : elements(srx, "languagemap")) {
            String name = map.getAttribute("languagerulename");
            for (Element group : elements(srx, "languagerule")) {
                if (group.getAttribute("languagerulename").equals(name)) {
                    maps.add(new MapRule(name, map.getAttribute("languagepattern"), rules(group)));
                }
            }
        }
        return maps;
    }

    static List<Rule> rules(Element group) {
        List<Rule> rules = new ArrayList<>();
        for (Element rule : elements(group, "rule")) {
            rules.add(new Rule(
                    rule.getAttribute("break").equals("yes"),
                    elements(rule, "beforebreak").get(0).getTextContent(),
                    elements(rule, "afterbreak").get(0).getTextContent()));
        }
        return rules;
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
