using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Data.Configurations;
using ScoEvents.Data.ReferenceData;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Notices;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Venues;
using ScoEvents.Domain.Webhooks;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data;

/// <summary>Everything the portal keeps. One context serves one operation, for one actor.</summary>
public sealed class ScoEventsDbContext(DbContextOptions<ScoEventsDbContext> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>Who the context acts for; null for the public and for the portal itself. Set before the first command.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>The work the portal does by itself in this context, such as <c>mail</c>, or null; opens only the rows that the work needs. Set before the first command.</summary>
    public string? Task { get; set; }

    /// <summary>Whether saves write the audit trail; off only while reference data are loaded.</summary>
    public bool Auditing { get; set; } = true;

    /// <summary>States.</summary>
    public DbSet<State> States => Set<State>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Secretariats.</summary>
    public DbSet<Secretariat> Secretariats => Set<Secretariat>();

    /// <summary>Sides: one for each state and each organisation.</summary>
    public DbSet<Side> Sides => Set<Side>();

    /// <summary>Events.</summary>
    public DbSet<ScoEvent> Events => Set<ScoEvent>();

    /// <summary>Which event's source names which other.</summary>
    public DbSet<EventRelation> EventRelations => Set<EventRelation>();

    /// <summary>Venues with their rooms.</summary>
    public DbSet<Venue> Venues => Set<Venue>();

    /// <summary>Rooms.</summary>
    public DbSet<Room> Rooms => Set<Room>();

    /// <summary>Sessions of the drafts.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Slots of the drafts.</summary>
    public DbSet<Slot> Slots => Set<Slot>();

    /// <summary>Chairs and speakers.</summary>
    public DbSet<Speaker> Speakers => Set<Speaker>();

    /// <summary>Tracks of the drafts.</summary>
    public DbSet<Track> Tracks => Set<Track>();

    /// <summary>Interpreter teams.</summary>
    public DbSet<InterpreterTeam> InterpreterTeams => Set<InterpreterTeam>();

    /// <summary>When somebody cannot take part.</summary>
    public DbSet<Unavailability> Unavailabilities => Set<Unavailability>();

    /// <summary>How strictly programmes are checked; an event without a row has the defaults.</summary>
    public DbSet<ProgrammeSettings> ProgrammeSettings => Set<ProgrammeSettings>();

    /// <summary>Conflicts that somebody has seen and lets stand.</summary>
    public DbSet<ConflictAcknowledgement> ConflictAcknowledgements => Set<ConflictAcknowledgement>();

    /// <summary>Documents of sessions; under row-level security.</summary>
    public DbSet<SessionDocument> SessionDocuments => Set<SessionDocument>();

    /// <summary>Their languages and revisions; under row-level security.</summary>
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    /// <summary>Their bytes; under row-level security.</summary>
    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();

    /// <summary>Numbered letters about persons; under row-level security, written once.</summary>
    public DbSet<IssuedLetter> IssuedLetters => Set<IssuedLetter>();

    /// <summary>Mails on their way; under row-level security.</summary>
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    /// <summary>What people are told of; under row-level security, written by the database alone.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Series of events.</summary>
    public DbSet<EventSeries> EventSeries => Set<EventSeries>();

    /// <summary>Saved choices of what goes into exported agendas.</summary>
    public DbSet<ExportPreset> ExportPresets => Set<ExportPreset>();

    /// <summary>Private calendar addresses; under row-level security.</summary>
    public DbSet<FeedAddress> FeedAddresses => Set<FeedAddress>();

    /// <summary>Daily lists; under row-level security.</summary>
    public DbSet<ScheduledExport> ScheduledExports => Set<ScheduledExport>();

    /// <summary>Published programmes.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>Sessions of published programmes.</summary>
    public DbSet<ReleasedSession> ReleasedSessions => Set<ReleasedSession>();

    /// <summary>Invitations; under row-level security.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Delegations; under row-level security.</summary>
    public DbSet<Delegation> Delegations => Set<Delegation>();

    /// <summary>Delegates; under row-level security.</summary>
    public DbSet<Delegate> Delegates => Set<Delegate>();

    /// <summary>Focal points; under row-level security.</summary>
    public DbSet<FocalPoint> FocalPoints => Set<FocalPoint>();

    /// <summary>How delegations are made up and registered; an event without a row has the defaults.</summary>
    public DbSet<DelegationSettings> DelegationSettings => Set<DelegationSettings>();

    /// <summary>Notes verbales; under row-level security.</summary>
    public DbSet<NoteVerbale> NotesVerbales => Set<NoteVerbale>();

    /// <summary>Texts of notes verbales; under row-level security.</summary>
    public DbSet<NoteTemplate> NoteTemplates => Set<NoteTemplate>();

    /// <summary>The last numbers of notes verbales.</summary>
    public DbSet<NoteCounter> NoteCounters => Set<NoteCounter>();

    /// <summary>Links by which focal points come; under row-level security.</summary>
    public DbSet<FocalPointLink> FocalPointLinks => Set<FocalPointLink>();

    /// <summary>Letters that name focal points; under row-level security.</summary>
    public DbSet<MandateLetter> MandateLetters => Set<MandateLetter>();

    /// <summary>Photographs of delegates; under row-level security.</summary>
    public DbSet<DelegatePhoto> DelegatePhotos => Set<DelegatePhoto>();

    /// <summary>What was typed of delegates and not registered yet; under row-level security.</summary>
    public DbSet<DelegateDraft> DelegateDrafts => Set<DelegateDraft>();

    /// <summary>Admissions of persons; under row-level security.</summary>
    public DbSet<AccreditationCase> Accreditations => Set<AccreditationCase>();

    /// <summary>Their steps; under row-level security, append only.</summary>
    public DbSet<AccreditationStep> AccreditationSteps => Set<AccreditationStep>();

    /// <summary>Badges; under row-level security.</summary>
    public DbSet<Badge> Badges => Set<Badge>();

    /// <summary>Keys that sign badges.</summary>
    public DbSet<BadgeKey> BadgeKeys => Set<BadgeKey>();

    /// <summary>Scans at doors; under row-level security, append only.</summary>
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    /// <summary>Lists of participants as issued; under row-level security, append only.</summary>
    public DbSet<ParticipantSnapshot> ParticipantSnapshots => Set<ParticipantSnapshot>();

    /// <summary>Who was there; under row-level security.</summary>
    public DbSet<AttendanceRecord> AttendanceRecords => Set<AttendanceRecord>();

    /// <summary>Proofs of purges; append only.</summary>
    public DbSet<PurgeRecord> PurgeRecords => Set<PurgeRecord>();

    /// <summary>Roles of users in scopes.</summary>
    public DbSet<Grant> Grants => Set<Grant>();

    /// <summary>The audit trail; under row-level security, append only.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Tokens of programs; under row-level security.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Requests with a key and their answers; under row-level security.</summary>
    public DbSet<ApiRequest> ApiRequests => Set<ApiRequest>();

    /// <summary>Addresses that are told what happens; under row-level security.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <summary>Messages to them; under row-level security.</summary>
    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();

    /// <summary>Which reference files were loaded last.</summary>
    internal DbSet<LoadedReferenceData> LoadedReferenceData => Set<LoadedReferenceData>();

    /// <summary>The key ring of cookies and tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>().HaveColumnType("jsonb");
        foreach (var enumeration in typeof(State).Assembly.GetTypes().Where(type => type.IsEnum))
        {
            configurationBuilder.Properties(enumeration).HaveConversion<string>().HaveMaxLength(40);
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("btree_gist").HasPostgresExtension("pg_trgm").HasPostgresExtension("unaccent");
        builder.ApplyConfigurationsFromAssembly(typeof(ScoEventsDbContext).Assembly);
        SnakeCase.Apply(builder.Model);
    }
}
