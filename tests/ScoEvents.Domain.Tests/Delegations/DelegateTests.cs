using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Delegations;
using static ScoEvents.Domain.Tests.Refusals;
using Person = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Domain.Tests.Delegations;

public class DelegateTests
{
    private static readonly string _longest = new('a', Person.MaxTextLength);
    private static readonly string _tooLong = new('a', Person.MaxTextLength + 1);

    [Fact]
    public void A_person_is_kept_as_registered()
    {
        var id = Guid.NewGuid();
        var delegation = Persons.Delegation();

        var person = delegation.Register(Persons.Facts() with { Id = id }, Clock.Later).Value;

        Assert.Equal(Persons.Facts(), FactsOf(person));
        Assert.Equal((id, delegation.Id, delegation.EventId, delegation.SideId), (person.Id, person.DelegationId, person.EventId, person.SideId));
        Assert.Equal((Clock.Later, Clock.Later, null), (person.RegisteredAt, person.ModifiedAt, person.WithdrawnAt));
        Assert.True(person.IsLive);
    }

    [Fact]
    public void Texts_are_kept_clean_and_blank_ones_as_none()
    {
        var person = Registered(Persons.Facts() with
        {
            FamilyName = " Mu\u0308ller ",
            GivenNames = "Anna\u00A0Maria",
            NativeName = " ",
            Function = LocalizedText.Of(en: " Adviser "),
            Body = LocalizedText.Of(en: ""),
            Email = " a@example.org ",
        });

        Assert.Equal(
            new DelegateFacts(DelegationRole.Member, "M\u00FCller", "Anna Maria", null, LocalizedText.Of(en: "Adviser"), LocalizedText.Empty, "a@example.org", Persons.Passport),
            FactsOf(person));
    }

    public static TheoryData<string, DelegateFacts> Unacceptable() => new()
    {
        { "FamilyName:delegate.name-missing", Persons.Facts() with { FamilyName = "" } },
        { "FamilyName:delegate.name-missing", Persons.Facts() with { FamilyName = " \u00A0" } },
        { "FamilyName:delegate.text-too-long", Persons.Facts() with { FamilyName = _tooLong } },
        { "FamilyName:delegate.name-latin", Persons.Facts() with { FamilyName = "Каримова" } },
        { "FamilyName:delegate.name-latin", Persons.Facts() with { FamilyName = "Kаrimova" } },
        { "FamilyName:delegate.name-latin", Persons.Facts() with { FamilyName = "12-3" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "Kari\u0000mova" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "\u0001\u0002" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "Kari\r\nBcc: x" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "\u202Eavomirak" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "Kari\u2066mova\u2069" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "Kari\u200Bmova" } },
        { "FamilyName:delegate.name-characters", Persons.Facts() with { FamilyName = "Karimova" + (char)0xD83D } },
        { "GivenNames:delegate.name-missing", Persons.Facts() with { GivenNames = "\t" } },
        { "GivenNames:delegate.text-too-long", Persons.Facts() with { GivenNames = _tooLong } },
        { "GivenNames:delegate.name-latin", Persons.Facts() with { GivenNames = "小明" } },
        { "GivenNames:delegate.name-characters", Persons.Facts() with { GivenNames = "Dil\u007Fnoza" } },
        { "NativeName:delegate.text-too-long", Persons.Facts() with { NativeName = new string('Я', Person.MaxTextLength + 1) } },
        { "NativeName:delegate.name-characters", Persons.Facts() with { NativeName = "Дилноза\u202E" } },
        { "Function:delegate.function-missing", Persons.Facts() with { Function = LocalizedText.Empty } },
        { "Function:delegate.text-too-long", Persons.Facts() with { Function = LocalizedText.Of(en: _tooLong) } },
        { "Function:delegate.name-characters", Persons.Facts() with { Function = LocalizedText.Of(en: "Deputy\nDirector") } },
        { "Body:delegate.text-too-long", Persons.Facts() with { Body = LocalizedText.Of(en: _tooLong) } },
        { "Body:delegate.name-characters", Persons.Facts() with { Body = LocalizedText.Of(en: "Inst\u0007itute") } },
        { "Email:delegate.email-form", Persons.Facts() with { Email = "" } },
    };

    [Theory]
    [MemberData(nameof(Unacceptable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_beside_its_field(string refusal, DelegateFacts facts)
    {
        var delegation = Persons.Delegation();

        AssertRefused(delegation.Register(facts, Clock.Now), refusal);

        Assert.Empty(delegation.Delegates);
    }

    [Fact]
    public void A_refused_correction_leaves_the_person_as_registered()
    {
        var person = Registered(Persons.Facts());

        AssertRefused(person.Describe(Persons.Facts() with { Function = LocalizedText.Empty, Email = "x" }, Clock.Later), "Function:delegate.function-missing", "Email:delegate.email-form");

        Assert.Equal(Persons.Facts(), FactsOf(person));
        Assert.Equal(Clock.Now, person.ModifiedAt);
    }

    [Fact]
    public void Every_field_that_cannot_be_is_named_at_once() => AssertRefused(
        Persons.Delegation().Register(new DelegateFacts(DelegationRole.Head, "", "小明", _tooLong, LocalizedText.Empty, LocalizedText.Of(en: "\u0007"), "no", null), Clock.Now),
        "FamilyName:delegate.name-missing", "GivenNames:delegate.name-latin", "NativeName:delegate.text-too-long", "Function:delegate.function-missing",
        "Body:delegate.name-characters", "Email:delegate.email-form");

    [Fact]
    public void The_greatest_lengths_are_allowed()
    {
        var facts = Persons.Facts() with { FamilyName = _longest, GivenNames = _longest, NativeName = _longest, Function = LocalizedText.Of(en: _longest), Body = LocalizedText.Of(en: _longest) };

        Assert.Equal(facts, FactsOf(Registered(facts)));
    }

    [Theory]
    [InlineData("क्\u200Dष त्रिपाठी")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("王小明")]
    [InlineData("𠮷野家")]
    [InlineData("Ёлкин-Щука")]
    public void A_native_name_may_be_of_any_script_with_its_joiners(string name) =>
        Assert.Equal(name, Registered(Persons.Facts() with { NativeName = name }).NativeName);

    [Theory]
    [InlineData("O'Neil")]
    [InlineData("Çağlar-Öztürk")]
    [InlineData("van der Łubieński Jr.")]
    [InlineData("Nguyễn")]
    public void A_Latin_name_may_have_marks_hyphens_and_apostrophes(string name) =>
        Assert.Equal(name, Registered(Persons.Facts() with { FamilyName = name }).FamilyName);

    [Theory]
    [InlineData("a@b.cd")]
    [InlineData("first.last+tag@sub.example-site.org")]
    [InlineData("имя@пример.рф")]
    [InlineData("o'neil@example.org")]
    [InlineData("x@1.2.example")]
    public void A_mail_address_of_practice_is_allowed(string email) => Assert.Equal(email, Registered(Persons.Facts() with { Email = email }).Email);

    [Theory]
    [InlineData("plain")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a@example")]
    [InlineData("a@@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@exam ple.org")]
    [InlineData("a@.example.org")]
    [InlineData("a@example..org")]
    [InlineData("a@example.org.")]
    [InlineData("a@-example.org")]
    [InlineData("a@example-.org")]
    [InlineData("a@exa_mple.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a\r\n@example.org")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("Anna <a@example.org>")]
    [InlineData("\"a\"@example.org")]
    [InlineData("a\\@example.org")]
    [InlineData("a(x)@example.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a\u202E@example.org")]
    [InlineData("a\u0000@example.org")]
    [InlineData("a\u200B@example.org")]
    public void Anything_else_is_no_mail_address(string email) =>
        AssertRefused(Persons.Delegation().Register(Persons.Facts() with { Email = email }, Clock.Now), "Email:delegate.email-form");

    [Fact]
    public void A_mail_address_has_bounds()
    {
        var local = new string('a', 64);
        var domain = string.Join('.', Enumerable.Repeat(new string('b', 46), 4)) + ".c";

        Assert.Equal(Person.MaxEmailLength, (local + "@" + domain).Length);
        AssertDone(Persons.Delegation().Register(Persons.Facts() with { Email = local + "@" + domain }, Clock.Now));
        AssertRefused(Persons.Delegation().Register(Persons.Facts() with { Email = local + "@" + domain + "c" }, Clock.Now), "Email:delegate.email-form");
        AssertRefused(Persons.Delegation().Register(Persons.Facts() with { Email = "a" + local + "@example.org" }, Clock.Now), "Email:delegate.email-form");
    }

    [Fact]
    public void A_hostile_address_is_refused_at_once() => AssertRefused(
        Persons.Delegation().Register(Persons.Facts() with { Email = "a@" + new string('b', 120) + new string('-', 120) + "!" }, Clock.Now), "Email:delegate.email-form");

    [Fact]
    public void A_correction_without_a_passport_keeps_the_one_that_is_there()
    {
        var person = Registered(Persons.Facts());

        AssertDone(person.Describe(Persons.Facts() with { Function = LocalizedText.Of(en: "Director"), Passport = null }, Clock.Later));
        Assert.Equal((Persons.Passport, LocalizedText.Of(en: "Director"), Clock.Later), (person.Passport, person.Function, person.ModifiedAt));

        var renewed = new ProtectedText("v1:def", "•••••••99");
        AssertDone(person.Describe(Persons.Facts() with { Passport = renewed }, Clock.Later));
        Assert.Equal(renewed, person.Passport);
    }

    [Fact]
    public void A_list_shows_given_names_and_then_the_family_name_in_capitals() => Assert.Equal("Dilnoza KARIMOVA", Registered(Persons.Facts()).DisplayName);

    [Theory]
    [InlineData(DelegationRole.Head, true)]
    [InlineData(DelegationRole.DeputyHead, true)]
    [InlineData(DelegationRole.Member, true)]
    [InlineData(DelegationRole.Adviser, true)]
    [InlineData(DelegationRole.Expert, true)]
    [InlineData(DelegationRole.Interpreter, true)]
    [InlineData(DelegationRole.Protocol, true)]
    [InlineData(DelegationRole.Security, false)]
    [InlineData(DelegationRole.Support, false)]
    [InlineData(DelegationRole.Press, false)]
    public void Security_support_and_press_have_no_seat_at_the_table(DelegationRole role, bool hasSeat) =>
        Assert.Equal(hasSeat, Registered(Persons.Facts(role)).HasSeat);

    private static Person Registered(DelegateFacts facts) => Persons.Delegation().Register(facts, Clock.Now).Value;

    private static DelegateFacts FactsOf(Person person) => new(
        person.Role, person.FamilyName, person.GivenNames, person.NativeName, person.Function, person.Body, person.Email, person.Passport);
}
