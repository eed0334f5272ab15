using System.Reflection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using Xunit;
using static ScoEvents.IntegrationTests.Access.PermissionExpectations;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Every method of every service and query that asks who is asking, against everybody who could ask.</summary>
/// <remarks>Calls carry empty forms or a version that is out of date, so that who may is refused for something else and nothing changes on the way.</remarks>
public sealed class PermissionMatrixTests(PermissionWorld world) : IClassFixture<PermissionWorld>
{
    private static readonly Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> _matrix =
        new[] { PermissionRows.Events(), PermissionRows.Programme(), PermissionRows.Door(), PermissionRows.Delegations() }.SelectMany(rows => rows).ToDictionary();

    public static TheoryData<string> Methods => [.. _matrix.Keys];

    [Fact]
    public void Every_method_that_asks_for_an_actor_has_a_row()
    {
        var methods = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true
                && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct();

        Assert.Equal(_matrix.Keys.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Everybody_is_answered_as_the_matrix_says(string method)
    {
        var (expected, ask) = _matrix[method];
        var answers = new SortedDictionary<Asker, string>();

        // Who may not asks first, so that nothing can have changed by then.
        foreach (var asker in Enum.GetValues<Asker>().OrderBy(expected.Admitted.Contains))
        {
            answers[asker] = Answer(await ask(world, world[asker]));
        }

        Assert.Equal(
            string.Join('\n', Enum.GetValues<Asker>().Select(asker => $"{asker}: {expected.Of(asker)}")),
            string.Join('\n', answers.Select(answer => $"{answer.Key}: {answer.Value}")));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Everything_that_is_asked_of_an_event_that_is_not_there_is_not_found(string method)
    {
        var elsewhere = world.Elsewhere(Nobody);
        var (expected, ask) = _matrix[method];
        if (expected == AnyStaff || expected == AnyPlanner || expected == AnyOrganiser || expected == Everybody || expected == SignedIn)
        {
            return;
        }

        var answers = new List<string>();
        foreach (var asker in Enum.GetValues<Asker>())
        {
            answers.Add(Answer(await ask(elsewhere, world[asker])));
        }

        Assert.All(answers, answer => Assert.Equal("not found", answer));
    }

    private static string Answer(Result? result) => result?.Error?.Kind switch
    {
        ErrorKind.Forbidden => "forbidden",
        ErrorKind.NotFound => "not found",
        _ => "admitted",
    };
}
