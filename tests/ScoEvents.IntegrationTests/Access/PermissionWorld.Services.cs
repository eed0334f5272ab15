using System.Security.Cryptography;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using ScoEvents.Data.Encryption;
using ScoEvents.Exports.Pdf;
using ScoEvents.IntegrationTests.Features.Invitations;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Privacy;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.IntegrationTests.Access;

/// <content>The services and queries of the portal, over the test's database.</content>
public sealed partial class PermissionWorld
{
    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddLocalization();
        services.AddSingleton<ErrorSpeech>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton(MailDesk.Outbox());
        services.AddSingleton<PublicLinks>();
        services.AddSingleton<FocalPointLetterWriter>();
        services.AddSingleton<DelegateImportWords>();
        services.AddSingleton(InvitationsDesk.Writer());
        services.AddSingleton(_database.Contexts);
        services.AddSingleton<TimeProvider>(_database.Clock);
        services.AddSingleton(new FieldCipher("test", new Dictionary<string, byte[]> { ["test"] = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) }));
        services.AddOptions<PortalOptions>();
        services.AddOptions<WebhookOptions>();
        services.AddSingleton<WebhookTargets>();
        services.AddTransient<AgendaDocuments>();
        services.AddSingleton<BadgeKeyring>();
        services.AddTransient<BadgeDocuments>();
        services.AddSingleton<AlikeRegister>();
        services.AddTransient<DecisionMails>();
        services.AddTransient<DecisionWriter>();
        services.AddTransient<LetterWriter>();
        services.AddSingleton<PublicLinks>();
        services.AddTransient<ParticipantDocuments>();
        services.AddTransient<ParticipantSpeech>();
        services.AddTransient<AttendanceSpeech>();
        services.AddTransient<PersonReading>();
        services.AddTransient<DataPurge>();
        services.AddTransient<TextKeepers>();
        services.AddSingleton<PrintedAgendas>();
        services.AddSingleton<SearchPages>();
        // Nothing is printed here: every form that comes with a question is refused.
        services.AddSingleton(new PdfQueue(new ChromiumPdfEngine(new ChromiumPdfOptions()), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)));
        foreach (var type in typeof(Program).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true))
        {
            foreach (var validated in type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IValidator<>)))
            {
                services.AddTransient(validated, type);
            }

            if (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal))
            {
                services.AddTransient(type);
            }
        }

        return services.BuildServiceProvider();
    }
}
