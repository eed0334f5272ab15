using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Invitations;

public class NotePlaceholdersTests
{
    [Theory]
    [InlineData(null, "Body:note.text-missing")]
    [InlineData(" \n ", "Body:note.text-missing")]
    [InlineData("To {sides}", "Body:note.placeholder-unknown")]
    [InlineData("To {Side}", "Body:note.placeholder-unknown")]
    [InlineData("To {}", "Body:note.placeholder-unknown")]
    [InlineData("To { side }", "Body:note.placeholder-unknown")]
    [InlineData("To {side", "Body:note.brace")]
    [InlineData("To side}", "Body:note.brace")]
    [InlineData("To {{side}}", "Body:note.brace")]
    [InlineData("To {missing}", "Body:note.placeholder-unknown")]
    [InlineData("To \u202Eside", "Body:characters")]
    public void A_text_that_cannot_be_filled_is_refused_when_it_is_saved(string? text, string code) =>
        AssertRefused(NotePlaceholders.Check(NoteKind.Invitation, text), code);

    [Fact]
    public void Every_unknown_placeholder_is_named_once()
    {
        var refused = NotePlaceholders.Check(NoteKind.Invitation, "{one} {two} {one} {side}");

        Assert.Equal(["{one}", "{two}"], refused.Errors.Select(error => error.Arguments.Single()));
    }

    [Fact]
    public void A_text_longer_than_a_note_is_refused()
    {
        AssertDone(NotePlaceholders.Check(NoteKind.Invitation, new string('x', NoteVerbale.MaxBodyLength / 2)));
        AssertRefused(NotePlaceholders.Check(NoteKind.Invitation, new string('x', NoteVerbale.MaxBodyLength / 2 + 1)), "Body:note.text-too-long");
    }

    [Theory]
    [InlineData(NoteKind.Invitation, false, false)]
    [InlineData(NoteKind.Reminder, true, false)]
    [InlineData(NoteKind.Change, false, true)]
    [InlineData(NoteKind.Cancellation, false, true)]
    public void Each_kind_has_the_placeholders_of_its_matter(NoteKind kind, bool hasMissing, bool hasNotice)
    {
        var names = NotePlaceholders.Of(kind);

        Assert.Equal(hasMissing, names.Contains("missing"));
        Assert.Equal(hasNotice, names.Contains("notice"));
        Assert.Equal(kind != NoteKind.Invitation, names.Contains("reference"));
        Assert.Superset(new HashSet<string> { "side", "capacity", "event", "dates", "place", "deadline", "quota", "secretariat", "addressee", "state" }, names.ToHashSet());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        AssertDone(NotePlaceholders.Check(kind, string.Join(' ', names.Select(name => $"{{{name}}}"))));
    }

    [Fact]
    public void Values_are_text_and_never_read_for_further_placeholders()
    {
        var filled = NotePlaceholders.Fill("A {event}\r\n\r\nB {side}", new Dictionary<string, string> { ["event"] = "{side} {0} <b>", ["side"] = "Iran" });

        Assert.Equal("A {side} {0} <b>\n\nB Iran", filled.Value);
    }

    [Fact]
    public void A_value_that_is_not_known_is_refused_by_name_but_a_notice_may_be_empty()
    {
        var missing = NotePlaceholders.Fill("By {deadline}", new Dictionary<string, string> { ["deadline"] = "" });
        AssertRefused(missing, "note.value-missing");
        Assert.Equal("{deadline}", missing.Error!.Arguments.Single());
        AssertRefused(NotePlaceholders.Fill("By {deadline}", new Dictionary<string, string>()), "note.value-missing");
        Assert.Equal("One\n\nTwo", NotePlaceholders.Fill("One\n\n{notice}\n\nTwo", new Dictionary<string, string> { ["notice"] = "" }).Value);
    }
}
