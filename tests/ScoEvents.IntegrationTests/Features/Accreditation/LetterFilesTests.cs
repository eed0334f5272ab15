using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Accreditation;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

/// <summary>The portal with its real printer, and two sides of which each has one person who was checked in.</summary>
public sealed class LetterPortal : RoutePortal
{
    protected override void Replace(IServiceCollection services)
    {
    }
}

/// <summary>Letters as whoever downloads them gets them, read back by programs that are not the portal's.</summary>
public sealed class LetterFilesTests(LetterPortal portal) : IClassFixture<LetterPortal>
{
    private static readonly LetterKind[] _kinds = Enum.GetValues<LetterKind>();

    // What the fixed words of a letter are set in; the font that a script needs to be shaped at all. The printer draws Chinese letters one by one, as a font without a name.
    private static readonly Dictionary<string, string> _fonts = new()
    {
        ["en"] = "NotoSans-Regular", ["ru"] = "NotoSans-Regular", ["zh"] = "Type 3", ["hi"] = "Devanagari", ["ur"] = "NotoNastaliqUrdu",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    [InlineData("ur")]
    public async Task Every_letter_comes_as_a_pdf_with_its_fonts_in_it_and_can_be_read_back(string language)
    {
        await CheckInAsync();
        foreach (var kind in _kinds)
        {
            var (status, type, bytes) = await GetAsync(kind, "pdf", language);

            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (status, type));
            var text = await ProgramAsync("pdftotext", bytes, "-", "-");
            Assert.Contains(Plain(portal.World.Own.Marker.ToUpperInvariant()), Plain(text), StringComparison.Ordinal);
            Assert.Contains(Plain(Heading(kind, language)), Plain(text), StringComparison.Ordinal);
            Assert.Equal(kind == LetterKind.VisaSupport, text.Contains("N12345678", StringComparison.Ordinal));
            Assert.DoesNotContain(portal.World.Other.Marker, text, StringComparison.OrdinalIgnoreCase);
            var fonts = (await ProgramAsync("pdffonts", bytes, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
            Assert.Contains(fonts, font => font.Contains(_fonts[language], StringComparison.Ordinal));
            Assert.All(fonts, font => Assert.Matches(@" yes +(yes|no) +(yes|no) +\d+ +\d+ *$", font));
        }
    }

    [Fact]
    public async Task Every_letter_comes_as_a_word_file_that_word_and_libreoffice_read_in_every_language()
    {
        await CheckInAsync();
        var files = new Dictionary<string, (byte[] Bytes, string Heading)>();
        foreach (var (kind, language) in _kinds.SelectMany(kind => _fonts.Keys.Select(language => (kind, language))))
        {
            var (status, _, bytes) = await GetAsync(kind, "docx", language);

            Assert.Equal(HttpStatusCode.OK, status);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            var body = document.MainDocumentPart!.Document!.Body!;
            Assert.Contains(Heading(kind, language), body.InnerText, StringComparison.Ordinal);
            Assert.Contains(portal.World.Own.Marker.ToUpperInvariant(), body.InnerText, StringComparison.Ordinal);
            Assert.Equal(language == "ur", body.Descendants<BiDi>().Any());
            files[$"{kind}-{language}.docx"] = (bytes, Heading(kind, language));
        }

        foreach (var (name, text) in await OfficeTextAsync(files.ToDictionary(file => file.Key, file => file.Value.Bytes)))
        {
            Assert.Contains(Plain(files[name].Heading), Plain(text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_letters_come_in_one_archive_a_file_for_each_person()
    {
        await CheckInAsync();
        var (own, other) = (portal.World.Own, portal.World.Other);

        using var response = await PostAsync(Asker.Registrar, "Certificate", "zip", "en", $"{own.CaseId},{other.CaseId}");

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(".zip", response.Content.Headers.ContentDisposition?.FileNameStar ?? response.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        var letters = archive.Entries.Select(entry =>
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(Bytes(entry)), isEditable: false);
            return (entry.FullName, Text: document.MainDocumentPart!.Document!.Body!.InnerText);
        }).OrderBy(letter => letter.FullName, StringComparer.Ordinal).ToList();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, (letter, index) => Assert.Matches($@"^00{index + 1}-[A-Za-z0-9-]+\.docx$", letter.FullName));
        // In protocol order of the letters' language: Kazakhstan, Uzbekistan.
        Assert.Equal(
            new[] { own.Marker, other.Marker },
            letters.Select(letter => new[] { own.Marker, other.Marker }.Single(marker => letter.Text.Contains(marker.ToUpperInvariant(), StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Certificate", "zip", "en", "", HttpStatusCode.Conflict)]
    [InlineData("Certificate", "zip", "en", "nonsense", HttpStatusCode.Conflict)]
    [InlineData("Certificate", "zip", "xx", "own", HttpStatusCode.NotFound)]
    [InlineData("Certificate", "exe", "en", "own", HttpStatusCode.BadRequest)]
    [InlineData("Diploma", "zip", "en", "own", HttpStatusCode.BadRequest)]
    [InlineData("Certificate", "zip", "en", "00000000-0000-7000-8000-000000000001", HttpStatusCode.Conflict)]
    public async Task What_cannot_be_written_is_refused(string kind, string format, string language, string persons, HttpStatusCode expected)
    {
        await CheckInAsync();

        using var response = await PostAsync(Asker.Registrar, kind, format, language, persons == "own" ? portal.World.Own.CaseId.ToString() : persons);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(nameof(Asker.FocalPoint), HttpStatusCode.NotFound)]
    [InlineData(nameof(Asker.OtherFocalPoint), HttpStatusCode.NotFound)]
    [InlineData(nameof(Asker.OrganiserElsewhere), HttpStatusCode.NotFound)]
    [InlineData(nameof(Asker.Staff), HttpStatusCode.Forbidden)]
    public async Task Letters_are_written_by_those_who_accredit_and_a_side_writes_none_about_anybody(string asker, HttpStatusCode expected)
    {
        foreach (var side in new[] { portal.World.Own, portal.World.Other })
        {
            using var response = await PostAsync(Enum.Parse<Asker>(asker), "Confirmation", "zip", "en", side.CaseId.ToString());

            Assert.Equal(expected, response.StatusCode);
            Assert.DoesNotContain(side.Marker, await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Heading(LetterKind kind, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = PortalLanguages.Find(language)!.Culture;
            return DelegationsDesk.Texts<AccreditationTexts>()[$"Letter.{kind}"];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // Lines break where the paper ends, and readers of PDF files put marks of direction between words.
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<string> ProgramAsync(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return await output;
    }

    /// <summary>The text of Word files as LibreOffice lays it out, all in one run.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> OfficeTextAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("sco-letters-").FullName;
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
            }

            using var office = Process.Start(new ProcessStartInfo(
                "soffice",
                [
                    $"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", Path.Combine(folder, "out"),
                    .. files.Keys.Select(name => Path.Combine(folder, name)),
                ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync();
            Assert.True(office.ExitCode == 0, await output + await errors);
            var texts = new Dictionary<string, string>();
            foreach (var name in files.Keys)
            {
                texts[name] = await ProgramAsync("pdftotext", await File.ReadAllBytesAsync(Path.Combine(folder, "out", Path.ChangeExtension(name, "pdf"))), "-", "-");
            }

            return texts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<HttpResponseMessage> PostAsync(Asker asker, string kind, string format, string language, string persons) => portal[asker].SendAsync(
        new RouteQuestion("POST", $"/staff/events/{portal.World.EventId}/review/letters")
        {
            Form = new Dictionary<string, string> { ["kind"] = kind, ["format"] = format, ["language"] = language, ["persons"] = persons },
        });

    private async Task<(HttpStatusCode Status, string? Type, byte[] Bytes)> GetAsync(LetterKind kind, string format, string language)
    {
        using var response = await portal[Asker.Registrar].SendAsync(new RouteQuestion(
            "GET", $"/staff/events/{portal.World.EventId}/review/letters?kind={kind}&format={format}&language={language}&person={portal.World.Own.CaseId}"));
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    // So that every kind of letter may be written about both.
    private Task<object?> CheckInAsync() => portal.Database.ScalarAsync($"UPDATE accreditations SET state = 'CheckedIn' WHERE event_id = '{portal.World.EventId}' RETURNING 1");
}
