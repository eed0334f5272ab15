using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Office;

namespace ScoEvents.Exports.Docx;

/// <summary>
/// Writes an agenda as a Word document to go on editing: real styles and headings, a list of contents, tables that repeat
/// their head on every page, right-to-left sections and runs.
/// </summary>
/// <remarks>ECMA-376, transitional, as Word itself saves it.</remarks>
public static class AgendaDocxWriter
{
    private const int EntriesForOwnCover = 12;

    /// <summary>The file. Equal agendas give equal bytes.</summary>
    public static byte[] Write(AgendaDocument agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdDocument");
            OfficePackage.WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), agenda);
            var isRightToLeft = agenda.Direction == TextDirection.RightToLeft;
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.For(DocxScripts.Of(agenda.Language), isRightToLeft);
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = DocxFonts.List();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxFile.Settings();
            main.AddNewPart<HeaderPart>("rIdHeader").Header = DocxPageFrame.Header(agenda);
            main.AddNewPart<FooterPart>("rIdFooter").Footer = DocxPageFrame.Footer(agenda);
            main.Document = new Document(new Body([.. Content(agenda, isRightToLeft), DocxPageFrame.Section(agenda, "rIdHeader", "rIdFooter")]));
        }

        return OfficePackage.Settle(stream);
    }

    private static IEnumerable<OpenXmlElement> Content(AgendaDocument agenda, bool isRightToLeft)
    {
        var text = new DocxText(agenda.Language, isRightToLeft);
        var beside = agenda.Beside is { } second ? new DocxText(second.Language, isRightToLeft) : null;
        var days = agenda.Days.Where(day => day.Entries.Count > 0).ToList();
        foreach (var part in Cover(agenda, text))
        {
            yield return part;
        }

        if (agenda.Beside is { } other)
        {
            foreach (var part in Cover(other, beside!))
            {
                yield return part;
            }
        }

        if (days.Count > 1)
        {
            foreach (var line in DocxContents.Of(agenda, days, text))
            {
                yield return line;
            }
        }

        if (days.Count == 0)
        {
            yield return text.Paragraph(DocxStyles.Body, agenda.Labels.NoSessions);
        }

        var isOwnPage = days.Sum(day => day.Entries.Count) >= EntriesForOwnCover;
        var tables = new DocxDayTable(agenda, text, beside);
        for (var i = 0; i < days.Count; i++)
        {
            var heading = text.Paragraph(DocxStyles.Day, [.. DocxContents.Bookmarked(i, text.Runs(days[i].Heading))]);
            if (i == 0 && isOwnPage)
            {
                heading.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
            }

            yield return heading;
            if (agenda.Beside?.Days.FirstOrDefault(day => day.Date == days[i].Date) is { } otherDay)
            {
                yield return beside!.Paragraph(DocxStyles.SecondLanguage, otherDay.Heading);
            }

            yield return tables.Of(days[i]);
        }
    }

    private static IEnumerable<Paragraph> Cover(AgendaDocument agenda, DocxText text)
    {
        var colon = AgendaPunctuation.For(agenda.Language).Colon;
        yield return text.Paragraph(DocxStyles.Kind, agenda.Labels.Agenda);
        yield return text.Paragraph(DocxStyles.Title, agenda.Title);
        if (ExportText.CleanLine(agenda.Subtitle) is { Length: > 0 } subtitle)
        {
            yield return text.Paragraph(DocxStyles.Subtitle, subtitle);
        }

        if (agenda.IsCancelled || agenda.IsDraft)
        {
            var state = AgendaSpeech.Joined(" · ", agenda.IsCancelled ? agenda.Labels.Cancelled : null, agenda.IsDraft ? agenda.Labels.Draft : null);
            yield return text.Paragraph(DocxStyles.Fact, [.. text.Runs(state, DocxStyles.Cancelled)]);
        }

        foreach (var line in agenda.AuthorityLines)
        {
            yield return text.Paragraph(DocxStyles.Fact, line);
        }

        foreach (var (term, fact) in AgendaFacts.Of(agenda))
        {
            yield return text.Paragraph(DocxStyles.Fact, [.. text.Runs(term, DocxStyles.Term), text.Raw(colon, DocxStyles.Term), .. text.Runs(fact)]);
        }

        yield return text.Paragraph(DocxStyles.Fact,
        [
            .. text.Runs(agenda.Labels.Classification, DocxStyles.Term), text.Raw(colon, DocxStyles.Term),
            .. text.Runs(Domain.Documents.ClassificationMarkings.Marking(agenda.Classification), DocxStyles.Marking),
        ]);
    }
}
