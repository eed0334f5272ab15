using Xunit;

namespace ScoEvents.Exports.Tests;

public class ExportFileNameTests
{
    private static readonly ExportFileName _name = new()
    {
        Stem = "new-delhi-seminar-2026",
        Content = "agenda",
        Release = 2,
        Language = "en",
        Classification = "TLP:CLEAR",
        Extension = "pdf",
    };

    [Fact]
    public void A_name_says_event_content_release_language_and_marking()
    {
        Assert.Equal("new-delhi-seminar-2026-agenda-r2-en-TLP-CLEAR.pdf", _name.ToAscii());
        Assert.Equal("new-delhi-seminar-2026-agenda-r2-en-TLP-CLEAR.pdf", _name.ToUnicode());
    }

    [Fact]
    public void A_provisional_list_says_so() => Assert.Equal(
        "seminar-participants-provisional-ru-TLP-AMBER-STRICT.csv",
        (_name with { Stem = "Seminar", Content = "participants", Release = null, IsProvisional = true, Language = "ru", Classification = "TLP:AMBER+STRICT", Extension = "csv" }).ToAscii());

    [Theory]
    [InlineData("Séminaire – Été", "seminaire-ete")]
    [InlineData("../../etc/passwd\r\nSet-Cookie: a", "etc-passwd-set-cookie-a")]
    [InlineData("Семинар", "event")]
    [InlineData("😀", "event")]
    [InlineData("", "event")]
    public void The_ascii_name_holds_nothing_but_safe_characters(string stem, string expected) =>
        Assert.Equal(expected + "-agenda-r2-en-TLP-CLEAR.pdf", (_name with { Stem = stem }).ToAscii());

    [Theory]
    [InlineData("Семинар в Дели", "семинар-в-дели")]
    [InlineData("संगोष्ठी/दिल्ली", "संगोष्ठी-दिल्ली")]
    [InlineData("سیمینار\u202Efdp.exe", "سیمینارfdp-exe")]
    public void The_other_name_keeps_the_script(string stem, string expected) =>
        Assert.Equal(expected + "-agenda-r2-en-TLP-CLEAR.pdf", (_name with { Stem = stem }).ToUnicode());

    [Fact]
    public void A_long_title_is_shortened() =>
        Assert.Equal(80 + "-agenda-r2-en-TLP-CLEAR.pdf".Length, (_name with { Stem = new string('a', 500) }).ToAscii().Length);
}
