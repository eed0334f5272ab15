using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScoEvents.Data;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Persons;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Localization;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Puts together everything that is kept of a person, in the words of a language.</summary>
public sealed class PersonReading(
    FieldCipher cipher, IStringLocalizer<PrivacyTexts> texts, ParticipantSpeech speech, AttendanceSpeech attendanceSpeech)
{
    /// <summary>All of it, by topic; topics without a record are left out.</summary>
    /// <param name="context">Opened for whoever may read it.</param>
    /// <param name="person">The person.</param>
    /// <param name="language">The language of the file.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal async Task<PersonFile> ReadAsync(ScoEventsDbContext context, Delegate person, PortalLanguage language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = await context.Heads(context.Events.Where(planned => planned.Id == person.EventId)).SingleAsync(cancellationToken);
        var side = (await context.SidesAsync([person.SideId], cancellationToken))[person.SideId].LabelOn(head.StartsOn);
        var states = await context.States.AsNoTracking().Where(state => state.Id == person.NationalityId || state.Id == person.PassportStateId)
            .ToDictionaryAsync(state => state.Id, state => state.Names, cancellationToken);
        var photo = await context.DelegatePhotos.AsNoTracking().SingleOrDefaultAsync(found => found.DelegateId == person.Id, cancellationToken);
        var steps = await (
            from step in context.AccreditationSteps.AsNoTracking()
            join accreditation in context.Accreditations on step.CaseId equals accreditation.Id
            where accreditation.DelegateId == person.Id
            orderby step.At, step.Id
            select step).ToListAsync(cancellationToken);
        var badges = await context.Badges.AsNoTracking().Where(badge => badge.DelegateId == person.Id).OrderBy(badge => badge.Serial).ToListAsync(cancellationToken);
        var scans = await context.CheckIns.AsNoTracking().Where(scan => scan.DelegateId == person.Id).OrderBy(scan => scan.ScannedAt).ToListAsync(cancellationToken);
        var attended = await (
            from record in context.AttendanceRecords.AsNoTracking()
            where record.DelegateId == person.Id
            from session in context.Sessions.Where(session => session.Id == record.SessionId).DefaultIfEmpty()
            orderby record.At
            select new { record.State, record.At, Session = (LocalizedText?)session!.Title }).ToListAsync(cancellationToken);
        var lists = (await context.ParticipantSnapshots.AsNoTracking().Where(list => list.EventId == person.EventId).OrderBy(list => list.Number).ToListAsync(cancellationToken))
            .FindAll(list => list.Entries.Any(entry => entry.DelegateId == person.Id));

        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language.Culture;
        try
        {
            List<PersonSection> sections =
            [
                Section("person",
                [
                    [
                        ("event", head.Title.In(language.Code)), ("side", side.Names.In(language.Code)), ("role", speech.Say(person.Role)), ("formOfAddress", speech.Say(person.FormOfAddress)),
                        ("familyName", person.FamilyName), ("givenNames", person.GivenNames), ("nativeName", person.NativeName), ("function", All(person.Function)), ("body", All(person.Body)),
                        ("category", speech.Say(person.Category)), ("email", person.Email), ("languages", string.Join(", ", person.Languages)), ("registeredAt", At(person.RegisteredAt)),
                        ("withdrawnAt", At(person.WithdrawnAt)), ("consentAt", At(person.ConsentAt)), ("purgedAt", At(person.PurgedAt)),
                    ],
                ]),
                Section("passport",
                [
                    [
                        ("number", Number(person)), ("issuedBy", StateName(person.PassportStateId)), ("expiresOn", person.PassportExpiresOn?.ToString("O", CultureInfo.InvariantCulture)),
                        ("nationality", StateName(person.NationalityId)),
                    ],
                ]),
                Section("stay",
                [
                    [
                        ("needsVisa", person.Stay.NeedsVisa ? texts["Yes"].Value : null), ("visaPost", person.Stay.VisaPost), ("arrival", Joined(At(person.Stay.ArrivesAt), person.Stay.Arrival)),
                        ("departure", Joined(At(person.Stay.DepartsAt), person.Stay.Departure)), ("accommodation", person.Stay.Accommodation), ("diet", person.Stay.Diet), ("accessNeeds", person.Stay.AccessNeeds),
                    ],
                ]),
                Section("photo", photo is null ? [] : [[("file", $"photo.{Extension(photo.ContentType)}"), ("uploadedAt", At(photo.UploadedAt))]]),
                Section("accreditation", steps.Select(step => Facts(("from", step.From?.ToString()), ("to", step.To.ToString()), ("at", At(step.At)),
                    ("reason", Joined(step.Reason, string.Join("; ", step.Comments.Select(comment => $"{comment.Field}: {comment.Text}"))))))),
                Section("badges", badges.Select(badge => Facts(("number", badge.Serial.ToString(CultureInfo.InvariantCulture)), ("issuedAt", At(badge.IssuedAt)), ("revokedAt", At(badge.RevokedAt)), ("reason", badge.RevokedReason)))),
                Section("checkIns", scans.Select(scan => Facts(("at", At(scan.ScannedAt)), ("direction", scan.Direction.ToString()), ("outcome", scan.Outcome.ToString()), ("device", scan.DeviceName), ("reason", scan.Reason)))),
                Section("attendance", attended.Select(record => Facts(("session", record.Session?.In(language.Code)), ("state", attendanceSpeech.Say(record.State)), ("at", At(record.At))))),
                Section("lists", lists.Select(list => Facts(("number", list.Number.ToString(CultureInfo.InvariantCulture)), ("kind", speech.Say(list.Kind)), ("issuedAt", At(list.IssuedAt))))),
            ];
            return new PersonFile($"{head.Slug}-person-{person.Id:N}-TLP-AMBER-STRICT.zip", new PersonArchive
            {
                Title = texts["File.Title", person.DisplayName],
                Language = language.Code,
                Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
                At = now,
                Sections = [.. sections.Where(section => section.Records.Count > 0)],
                Picture = photo is null ? null : new PersonPicture(photo.Bytes, Extension(photo.ContentType)),
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        string? StateName(Guid? id) => id is { } known && states.TryGetValue(known, out var names) ? names.In(language.Code) : null;
    }

    private PersonSection Section(string key, IEnumerable<(string Key, string? Text)[]> records) => new(
        key, texts[$"Section.{key}"],
        [.. records.Select(record => (IReadOnlyList<PersonFact>)
            [.. record.Where(fact => !string.IsNullOrEmpty(fact.Text)).Select(fact => new PersonFact(fact.Key, texts[$"Field.{fact.Key}"], fact.Text!))]).Where(record => record.Count > 0)]);

    private static (string Key, string? Text)[] Facts(params (string Key, string? Text)[] facts) => facts;

    // A number that cannot be read any more, because its key is gone, must not keep the rest from its owner.
    private string? Number(Delegate person)
    {
        if (!person.HasPassport)
        {
            return null;
        }

        try
        {
            return cipher.Reveal(person.Passport, person.Id);
        }
        catch (CryptographicException)
        {
            return person.Passport.Masked;
        }
    }

    private static string? At(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string All(LocalizedText text) => string.Join(" / ", text.Select(form => form.Value));

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Extension(string contentType) => contentType switch
    {
        "image/png" => "png",
        "image/webp" => "webp",
        _ => "jpg",
    };
}
