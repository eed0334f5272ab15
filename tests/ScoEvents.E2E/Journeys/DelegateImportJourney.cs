using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A ministry's workbook becomes a delegation.</summary>
[Collection(PortalCollection.Name)]
public sealed class DelegateImportJourney(PortalFixture portal)
{
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public Task A_focal_point_takes_persons_over_from_a_workbook_and_decides_who_is_meant() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Import"), quota: 12);
        await organiser.InviteMembersAsync(planned);
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var delegation = await visitor.AcceptAsync(planned);
        await visitor.RegisterAsync("Member", "Timur", "Lukmanov", "", "N00000001");

        await visitor.OpenAsync($"{delegation}/import");
        await UploadAsync(
            visitor,
            ["Фамилия", "Имя", "Имя родным письмом", "Должность", "Почта", "Номер", "Роль"],
            ["Nurlanova", "Aisulu", "Айсұлу Нұрланова", "Minister", "a.nurlanova@mfa.example", "N00000002", "Head"],
            ["Liukmanov", "Timur", "Тимур Люкманов", "Counsellor", "t.liukmanov@mfa.example", "N00000003", "Expert"],
            ["Ахметов", "Marat", "", "Adviser", "not an address", "N00000004", "Captain"]);
        // No number of a passport stands on the screen, not even one that came from the own file in a column of an unknown name.
        await visitor.SeesAsync("What the columns hold");
        await Expect(visitor.Page.GetByText("N00000002")).ToHaveCountAsync(0);
        await MapAsync(visitor);
        await Expect(visitor.Page.GetByText("N00000002")).ToHaveCountAsync(0);
        Assert.Empty(await visitor.Page.ViolationsAsync());

        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("New: 1. Changed: 0. As they are: 0. To be decided: 1. Refused: 1.");
        var refused = visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ахметов" }).Last;
        await Expect(refused).ToContainTextAsync("This word is not known here.");
        await Expect(refused).ToContainTextAsync("This is not a mail address.");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take over") })).ToBeDisabledAsync();
        Assert.Empty(await visitor.Page.ViolationsAsync());

        await visitor.Page.GetByLabel("Who is meant by Timur Liukmanov?").SelectOptionAsync(new SelectOptionValue { Label = "The same as Timur LUKMANOV" });
        await visitor.SeesAsync("New: 1. Changed: 1. As they are: 0. To be decided: 0. Refused: 1.");
        await visitor.Page.GetByLabel("Leave the refused rows out (1)").CheckAsync();
        await visitor.Button("Take over (2)").ClickAsync();
        await visitor.SeesAsync("Taken over. New: 1, changed: 1.");

        await visitor.Link("To the delegation").ClickAsync();
        await visitor.SeesAsync("2 of 12");
        await visitor.SeesAsync("Айсұлу Нұрланова");
        await visitor.SeesAsync("Тимур Люкманов");
    });

    [Fact]
    public Task A_file_that_is_no_list_is_refused_with_a_reason_and_the_next_one_is_read() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Import"), quota: 12);
        await organiser.InviteMembersAsync(planned);
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await visitor.OpenAsync($"{await visitor.AcceptAsync(planned)}/import");
        var file = visitor.Field("Choose a file");

        await file.ChooseFileAsync(new FilePayload { Name = "list.xlsx", MimeType = Kind, Buffer = "%PDF-1.7 not a workbook"u8.ToArray() });
        await visitor.SeesAsync("The file is neither a CSV nor an XLSX that can be read.");
        await file.ChooseFileAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = new byte[10 * 1024 * 1024] });
        await visitor.SeesAsync("A list has at most 5 MB.");
        await file.ChooseFileAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Family name,Given names\nAliev,Marat") });
        await visitor.SeesAsync("What the columns hold");
    });

    private static async Task MapAsync(Visitor visitor)
    {
        foreach (var (heading, meaning) in new[]
        {
            ("Фамилия", "familyName"), ("Имя", "givenNames"), ("Имя родным письмом", "nativeName"), ("Должность", "function.en"), ("Почта", "email"),
            ("Номер", "passport"), ("Роль", "role"),
        })
        {
            await visitor.Page.GetByLabel($"What “{heading}” holds", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Value = meaning });
        }
    }

    private static async Task UploadAsync(Visitor visitor, params string[][] rows)
    {
        await visitor.Field("Choose a file").ChooseFileAsync(new FilePayload { Name = "Делегация.xlsx", MimeType = Kind, Buffer = Workbook(rows) });
        await visitor.SeesAsync("What the columns hold");
    }

    // Made by another hand than the portal's template, as a ministry's would be.
    private static byte[] Workbook(string[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(cell => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(cell)) })))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Делегация" }));
        }

        return bytes.ToArray();
    }
}
