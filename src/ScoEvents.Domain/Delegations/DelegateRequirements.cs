namespace ScoEvents.Domain.Delegations;

/// <summary>What an event still wants to know of a person before the person is handed in.</summary>
public static class DelegateRequirements
{
    /// <summary>Name of the field of the function, which every person has and an event may want in several languages.</summary>
    public const string Function = nameof(Delegate.Function);

    /// <summary>The fields that are missing, by the names that comments and forms use; empty where the person is complete.</summary>
    /// <param name="settings">What the event asks for.</param>
    /// <param name="person">Who.</param>
    /// <param name="hasPhoto">Whether there is a photograph.</param>
    public static IReadOnlyList<string> Missing(DelegationSettings settings, Delegate person, bool hasPhoto)
    {
        var missing = MissingFields.Of(person, settings, hasPhoto).Select(field => field.ToString()).ToList();
        if (person.Function.Missing(settings.Languages).Count > 0)
        {
            missing.Insert(0, Function);
        }

        if (!person.Body.IsEmpty && person.Body.Missing(settings.Languages).Count > 0)
        {
            missing.Add(nameof(DelegateField.Body));
        }

        return missing;
    }
}
