namespace ScoEvents.Domain.Programme;

/// <summary>What happens in a session.</summary>
public enum SessionType
{
    /// <summary>Opening ceremony.</summary>
    OpeningCeremony,

    /// <summary>Plenary.</summary>
    Plenary,

    /// <summary>Thematic session.</summary>
    ThematicSession,

    /// <summary>Panel.</summary>
    Panel,

    /// <summary>Round table.</summary>
    RoundTable,

    /// <summary>Practical work.</summary>
    HandsOn,

    /// <summary>A phase of an exercise.</summary>
    ExercisePhase,

    /// <summary>Meeting of heads with few aides.</summary>
    RestrictedMeeting,

    /// <summary>Event on the side of the programme.</summary>
    SideEvent,

    /// <summary>Exhibition.</summary>
    Exhibition,

    /// <summary>Signing.</summary>
    Signing,

    /// <summary>Group photo.</summary>
    GroupPhoto,

    /// <summary>Press conference.</summary>
    PressConference,

    /// <summary>Reception.</summary>
    Reception,

    /// <summary>Closing.</summary>
    Closing,

    /// <summary>Break.</summary>
    Break,
}

/// <summary>Who may attend a session.</summary>
public enum SessionAccess
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Accredited delegations.</summary>
    DelegationsOnly,

    /// <summary>Delegations of member states.</summary>
    MembersOnly,

    /// <summary>Heads of delegation.</summary>
    HeadsOnly,

    /// <summary>Persons named one by one.</summary>
    NamedPersons,
}

/// <summary>What a speaker does in a session.</summary>
public enum SpeakerRole
{
    /// <summary>Presides.</summary>
    Chair,

    /// <summary>Speaks.</summary>
    Speaker,
}

/// <summary>How certain a session is.</summary>
public enum SessionState
{
    /// <summary>An idea of those who prepare the event.</summary>
    Draft,

    /// <summary>Proposed by a side or to a speaker.</summary>
    Nominated,

    /// <summary>Takes place as planned.</summary>
    Confirmed,

    /// <summary>Taken back by those who proposed it.</summary>
    Withdrawn,

    /// <summary>Called off by the organizer.</summary>
    Cancelled,
}
