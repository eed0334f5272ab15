using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Programme.SessionAccess;
using static ScoEvents.Domain.Programme.SessionType;
using T = ScoEvents.Domain.Programme.TemplateTitles;

namespace ScoEvents.Domain.Programme;

/// <summary>The templates, one for each usual kind of event.</summary>
/// <remarks>The course of a day follows the practice of SCO events: ceremonies for everybody, work among delegations, meetings of heads apart; chairs and speakers are named by the organiser.</remarks>
public static class ProgrammeTemplates
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<ProgrammeTemplate> All { get; } =
    [
        new(TemplateKind.Seminar, EventType.Seminar, 2, Seminar()),
        new(TemplateKind.Forum, EventType.Forum, 2, Forum()),
        new(TemplateKind.Training, EventType.Training, 3, Training()),
        new(TemplateKind.SigningCeremony, EventType.SigningCeremony, 1, SigningCeremony()),
    ];

    /// <summary>The template of a kind.</summary>
    public static ProgrammeTemplate Of(TemplateKind kind) => All.Single(template => template.Kind == kind);

    private static TemplateDays Seminar() => new(
        Only:
        [
            Item("09:30", 45, OpeningCeremony, Open, T.Opening), Photo("10:15"), Tea("10:30"),
            Item("11:00", 60, ThematicSession, DelegationsOnly, T.Thematic), Item("12:00", 60, ThematicSession, DelegationsOnly, T.Thematic), Lunch("13:00"),
            Item("14:00", 90, RoundTable, DelegationsOnly, T.Conclusions), Tea("15:30"), Item("16:00", 45, Closing, Open, T.Closing),
        ],
        First:
        [
            Item("09:30", 60, OpeningCeremony, Open, T.Opening), Photo("10:30"), Tea("10:45"),
            Item("11:15", 105, Plenary, DelegationsOnly, T.Plenary), Lunch("13:00"),
            Item("14:00", 90, ThematicSession, DelegationsOnly, T.Thematic), Tea("15:30"), Item("16:00", 90, ThematicSession, DelegationsOnly, T.Thematic),
        ],
        Middle:
        [
            Item("09:30", 90, ThematicSession, DelegationsOnly, T.Thematic), Tea("11:00"),
            Item("11:30", 90, ThematicSession, DelegationsOnly, T.Thematic), Lunch("13:00"),
            Item("14:00", 90, Panel, DelegationsOnly, T.Panel), Tea("15:30"), Item("16:00", 90, ThematicSession, DelegationsOnly, T.Thematic),
        ],
        Last:
        [
            Item("09:30", 90, ThematicSession, DelegationsOnly, T.Thematic), Tea("11:00"),
            Item("11:30", 90, Panel, DelegationsOnly, T.Panel), Lunch("13:00"),
            Item("14:00", 90, RoundTable, DelegationsOnly, T.Conclusions), Tea("15:30"), Item("16:00", 60, Closing, Open, T.Closing),
        ]);

    private static TemplateDays Forum() => new(
        Only:
        [
            Item("09:30", 45, OpeningCeremony, Open, T.Opening), Photo("10:15"), Tea("10:30"),
            Item("11:00", 120, Plenary, Open, T.Plenary), Lunch("13:00"),
            Item("14:00", 90, Panel, Open, T.Panel), Tea("15:30"), Item("16:00", 45, Closing, Open, T.Closing), Item("16:45", 30, PressConference, Open, T.Press),
        ],
        First:
        [
            Item("09:30", 60, OpeningCeremony, Open, T.Opening), Photo("10:30"), Tea("10:45"),
            Item("11:15", 105, Plenary, Open, T.Plenary), Lunch("13:00"),
            Item("14:00", 90, Panel, Open, T.Panel), Tea("15:30"), Item("16:00", 60, Panel, Open, T.Panel), Item("17:00", 60, Reception, DelegationsOnly, T.Reception),
        ],
        Middle:
        [
            Item("09:30", 90, Plenary, Open, T.Plenary), Tea("11:00"), Item("11:30", 90, Panel, Open, T.Panel), Lunch("13:00"),
            Item("14:00", 90, ThematicSession, DelegationsOnly, T.Thematic), Tea("15:30"), Item("16:00", 90, RoundTable, DelegationsOnly, T.RoundTable),
        ],
        Last:
        [
            Item("09:30", 90, Panel, Open, T.Panel), Tea("11:00"), Item("11:30", 90, ThematicSession, DelegationsOnly, T.Thematic), Lunch("13:00"),
            Item("14:00", 90, Plenary, DelegationsOnly, T.OutcomePlenary), Tea("15:30"), Item("16:00", 45, Closing, Open, T.Closing), Item("16:45", 45, PressConference, Open, T.Press),
        ]);

    private static TemplateDays Training() => new(
        Only:
        [
            Item("09:00", 30, OpeningCeremony, DelegationsOnly, T.Opening), Item("09:30", 60, Plenary, DelegationsOnly, T.Introduction), Tea("10:30"),
            Item("11:00", 120, HandsOn, DelegationsOnly, T.HandsOn), Lunch("13:00"),
            Item("14:00", 120, HandsOn, DelegationsOnly, T.HandsOn), Tea("16:00"), Item("16:30", 60, Closing, DelegationsOnly, T.Certificates),
        ],
        First:
        [
            Item("09:00", 30, OpeningCeremony, DelegationsOnly, T.Opening), Photo("09:30"), Item("09:45", 60, Plenary, DelegationsOnly, T.Introduction), Tea("10:45"),
            Item("11:15", 105, HandsOn, DelegationsOnly, T.HandsOn), Lunch("13:00"),
            Item("14:00", 90, HandsOn, DelegationsOnly, T.HandsOn), Tea("15:30"), Item("16:00", 90, HandsOn, DelegationsOnly, T.HandsOn),
        ],
        Middle:
        [
            Item("09:30", 90, HandsOn, DelegationsOnly, T.HandsOn), Tea("11:00"), Item("11:30", 90, HandsOn, DelegationsOnly, T.HandsOn), Lunch("13:00"),
            Item("14:00", 90, ExercisePhase, DelegationsOnly, T.Exercise), Tea("15:30"), Item("16:00", 90, ExercisePhase, DelegationsOnly, T.Exercise),
        ],
        Last:
        [
            Item("09:30", 90, ExercisePhase, DelegationsOnly, T.Exercise), Tea("11:00"), Item("11:30", 90, ExercisePhase, DelegationsOnly, T.Exercise), Lunch("13:00"),
            Item("14:00", 90, RoundTable, DelegationsOnly, T.Lessons), Tea("15:30"), Item("16:00", 60, Closing, DelegationsOnly, T.Certificates),
        ]);

    private static TemplateDays SigningCeremony()
    {
        TemplateItem[] ceremony =
        [
            Item("09:30", 60, RestrictedMeeting, HeadsOnly, T.Heads), Tea("10:30"), Item("11:00", 30, OpeningCeremony, Open, T.Opening),
            Item("11:30", 45, Signing, Open, T.Signing), Photo("12:15"), Item("12:30", 30, PressConference, Open, T.Press), Item("13:00", 90, Reception, DelegationsOnly, T.Reception),
        ];
        TemplateItem[] consultations =
        [
            Item("10:00", 90, RoundTable, MembersOnly, T.TextConsultations), Tea("11:30"), Item("12:00", 60, RoundTable, MembersOnly, T.TextConsultations), Lunch("13:00"),
            Item("14:00", 90, RoundTable, MembersOnly, T.TextConsultations), Tea("15:30"), Item("16:00", 60, RestrictedMeeting, HeadsOnly, T.Heads),
        ];
        return new(ceremony, consultations, consultations, ceremony);
    }

    private static TemplateItem Item(string start, int minutes, SessionType type, SessionAccess access, LocalizedText title) => new(start, minutes, type, access, title);

    private static TemplateItem Photo(string start) => Item(start, 15, GroupPhoto, DelegationsOnly, T.Photo);

    private static TemplateItem Tea(string start) => Item(start, 30, Break, Open, T.Tea);

    private static TemplateItem Lunch(string start) => Item(start, 60, Break, DelegationsOnly, T.Lunch);
}
