using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>Finds the persons of a file among those of the draft: by identity, then by name; and plans the others.</summary>
internal sealed class ImportPeople
{
    private readonly string _acronym;
    private readonly Dictionary<Guid, DraftedPerson> _byId;
    private readonly Dictionary<string, DraftedPerson> _byExternalId;
    private readonly Dictionary<string, List<DraftedPerson>> _byName = [];
    private readonly Dictionary<string, int> _keys = [];
    private readonly Dictionary<Guid, int> _taken = [];

    public ImportPeople(ImportDraft draft, ScheduleDocument document)
    {
        _acronym = document.Conference.Acronym;
        _byId = draft.Persons.ToDictionary(person => person.Id);
        _byExternalId = draft.Persons.Where(person => person.ExternalId is not null).ToDictionary(person => person.ExternalId!, StringComparer.Ordinal);
        foreach (var person in draft.Persons)
        {
            foreach (var name in person.Name.Select(form => ImportWords.Fold(form.Value)).Distinct())
            {
                if (!_byName.TryGetValue(name, out var same))
                {
                    _byName[name] = same = [];
                }

                same.Add(person);
            }
        }
    }

    public List<PlannedPerson> Persons { get; } = [];

    public List<ImportRow> Rows { get; } = [];

    /// <summary>Names the person within the plan; null for one whose name cannot be kept.</summary>
    public int? Take(SchedulePerson person)
    {
        var externalId = ExternalId(person);
        if (_keys.TryGetValue(externalId, out var known))
        {
            return known;
        }

        var remarks = new List<ImportRemark>();
        var name = ImportNames.Cut(ImportWords.Forms(person.Name), Speaker.MaxTextLength, "name", remarks);
        if (name.IsEmpty || name.HasForbiddenCharacters())
        {
            return null;
        }

        var biography = ImportNames.Cut(ImportWords.Forms(person.Biography), Speaker.MaxBiographyLength, "biography", remarks);
        if (biography.HasForbiddenCharacters(allowLineBreaks: true))
        {
            biography = LocalizedText.Empty;
        }

        var there = Find(person, externalId, name);
        if (there is not null && _taken.TryGetValue(there.Id, out var same))
        {
            return _keys[externalId] = same;
        }

        var key = Persons.Count;
        _keys[externalId] = key;
        if (there is null)
        {
            Persons.Add(new PlannedPerson(key, null, externalId, name, biography, false));
            Rows.Add(new ImportRow(ImportKind.Person, null, name.In(null), ImportOutcome.Create, false, [], remarks));
            return key;
        }

        _taken.Add(there.Id, key);
        var after = (Name: ImportWords.Over(there.Name, name), Biography: ImportWords.Over(there.Biography, biography));
        List<ImportChange> changes =
        [
            .. ImportWords.Changes("name", there.Name, after.Name),
            .. ImportWords.Changes("biography", there.Biography, after.Biography),
        ];
        Persons.Add(new PlannedPerson(key, there.Id, there.ExternalId ?? externalId, after.Name, after.Biography, changes.Count > 0));
        Rows.Add(new ImportRow(ImportKind.Person, null, after.Name.In(null), changes.Count > 0 ? ImportOutcome.Change : ImportOutcome.Skip, false, changes, remarks));
        return key;
    }

    // Our own files carry the identity of the portal; others theirs. A name is worth as much only where nothing says that it is another's.
    private DraftedPerson? Find(SchedulePerson person, string externalId, LocalizedText name)
    {
        if ((person.Guid is { } guid && _byId.TryGetValue(guid, out var found)) || _byExternalId.TryGetValue(externalId, out found))
        {
            return found;
        }

        var same = name.Select(form => _byName.GetValueOrDefault(ImportWords.Fold(form.Value))).FirstOrDefault(list => list is not null);
        return same?.Find(one => one.ExternalId is null || !HasIdentity(person));
    }

    private static bool HasIdentity(SchedulePerson person) => person.Guid is not null || person.Code is not null || person.Id is not null;

    private string ExternalId(SchedulePerson person) => (person.Guid ?? ScheduleGuid.Derive(
        _acronym,
        "person",
        person.Code is not null ? "code/" + person.Code
            : person.Id is { } id ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id/{id}")
            : "name/" + ImportWords.Fold(person.Name.Text))).ToString();
}
