package fr.vismonjob.report;

import fr.vismonjob.templates.html.report.JtereportGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** The report as one HTML page that needs no other file. */
final class ReportHtml {
  private ReportHtml() {}

  static String of(ReportPage page) {
    StringOutput html = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, page);
    return html.toString();
  }
}
