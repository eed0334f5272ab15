using System.Collections.Concurrent;
using Xunit;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>Every address that the running portal answers, against everybody who could ask.</summary>
/// <remarks>
/// <c>RouteTable.txt</c> holds what each gets: the status over HTTP, <c>in</c> for the way to the sign-in page. Of an interactive page,
/// whose document is empty for everybody who is signed in, it holds what the page itself shows: rendered for each, as its circuit would.
/// </remarks>
public sealed class RouteMatrixTests(RoutePortal portal) : IClassFixture<RoutePortal>
{
    // Everything that says nothing of what is there: not "may", and not "has changed since".
    private static readonly string[] _refusals = ["in", "400", "401", "403", "404", "415"];

    [Fact]
    public async Task Every_address_answers_everybody_as_the_table_says()
    {
        var found = await RowsAsync(address => RouteQuestions.Fill(address, portal.World, portal.World.Own), RouteTable.Askers);

        var table = RouteTable.Read().ToDictionary(row => row.Key);
        var wrong = found.Where(row => !table.TryGetValue(row.Key, out var expected) || expected.Line() != row.Line()).ToList();
        var gone = table.Keys.Except(found.Select(row => row.Key)).ToList();
        Assert.True(wrong.Count == 0 && gone.Count == 0, $"Found otherwise than RouteTable.txt says:\n{RouteTable.Write(wrong)}\nIn the table and not in the portal:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public async Task What_is_another_sides_is_there_for_nobody_of_this_side()
    {
        Asker[] sides = [Asker.FocalPoint, Asker.OtherFocalPoint];
        var own = await RowsAsync(address => RouteQuestions.Fill(address, portal.World, portal.World.Own), sides);
        var other = await RowsAsync(address => RouteQuestions.Fill(address, portal.World, portal.World.Other), sides);

        var uneven = own.Zip(other).Where(pair => pair.First.Codes[Asker.FocalPoint] != pair.Second.Codes[Asker.OtherFocalPoint]
            || pair.First.Codes[Asker.OtherFocalPoint] != pair.Second.Codes[Asker.FocalPoint]).Select(pair => pair.First.Key);

        Assert.Empty(uneven);
    }

    [Fact]
    public async Task An_id_in_a_place_to_which_it_does_not_belong_names_nothing_for_anybody()
    {
        var wrong = new ConcurrentBag<string>();
        await EachAsync(RouteTable.Askers, async (address, visitor) =>
        {
            foreach (var (side, other) in new[] { (portal.World.Own, portal.World.Other), (portal.World.Other, portal.World.Own) })
            {
                if (RouteQuestions.Misplace(address, portal.World, side, other) is { } question
                    && await AnswerAsync(address, question, visitor) is var answer && !_refusals.Contains(answer.Code))
                {
                    wrong.Add($"{visitor.Asker} {answer.Code} {address.Key}");
                }
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task No_answer_holds_a_word_of_a_side_for_anybody_who_may_not_know_it()
    {
        var seen = new ConcurrentBag<(Asker Asker, string Marker, string Key)>();
        await EachAsync(RouteTable.Askers, async (address, visitor) =>
        {
            foreach (var side in new[] { portal.World.Own, portal.World.Other })
            {
                var answer = await AnswerAsync(address, RouteQuestions.Fill(address, portal.World, side), visitor);
                foreach (var marker in new[] { portal.World.Own.Marker, portal.World.Other.Marker }.Where(marker => answer.Text.Contains(marker, StringComparison.OrdinalIgnoreCase)))
                {
                    seen.Add((visitor.Asker, marker, address.Key));
                }
            }
        });

        Asker[] readers = [Asker.Staff, Asker.Registrar, Asker.EventOrganiser, Asker.Organiser];
        var leaks = seen.Where(found => !readers.Contains(found.Asker)
            && !(found.Asker == Asker.FocalPoint && found.Marker == portal.World.Own.Marker)
            && !(found.Asker == Asker.OtherFocalPoint && found.Marker == portal.World.Other.Marker)).Distinct();
        Assert.Equal("", string.Join('\n', leaks.Select(leak => leak.ToString()).Order(StringComparer.Ordinal)));

        // The markers stand where they could leak from: pages and files of both kinds of readers.
        Assert.True(seen.Where(found => found.Asker == Asker.Registrar).Select(found => found.Key).Distinct().Count() >= 12);
        Assert.True(seen.Where(found => found.Asker == Asker.FocalPoint).Select(found => found.Key).Distinct().Count() >= 5);
    }

    [Fact]
    public async Task Files_of_the_interface_are_for_everybody()
    {
        var assets = portal.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().ToList();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(assets, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asset, _) =>
        {
            var answer = await portal[Asker.Public].AskAsync(new RouteQuestion("GET", $"/{asset}"));
            if (answer.Code != "200")
            {
                wrong.Add($"{answer.Code} {asset}");
            }
        });

        Assert.NotEmpty(assets);
        Assert.Empty(wrong.Order());
    }

    private static async Task<RouteAnswer> AnswerAsync(RouteAddress address, RouteQuestion question, RouteVisitor visitor)
    {
        var answer = await visitor.AskAsync(question);
        // Who is sent to sign in gets no circuit; everybody else does.
        return address.IsInteractive && answer.Code == "200" ? await visitor.RenderAsync(question.Address) : answer;
    }

    private async Task<IReadOnlyList<RouteRow>> RowsAsync(Func<RouteAddress, RouteQuestion> ask, IReadOnlyList<Asker> askers)
    {
        var codes = new ConcurrentDictionary<RouteAddress, ConcurrentDictionary<Asker, string>>();
        await EachAsync(askers, async (address, visitor) =>
            codes.GetOrAdd(address, _ => new())[visitor.Asker] = (await AnswerAsync(address, ask(address), visitor)).Code);
        return [.. codes.Select(row => new RouteRow(row.Key.Method, row.Key.Pattern.RawText!, row.Value)).OrderBy(row => row.Key, StringComparer.Ordinal)];
    }

    private Task EachAsync(IReadOnlyList<Asker> askers, Func<RouteAddress, RouteVisitor, Task> ask) => Parallel.ForEachAsync(
        RouteQuestions.Of(portal.Endpoints).SelectMany(address => askers.Select(asker => (address, asker))),
        new ParallelOptions { MaxDegreeOfParallelism = 4 },
        async (cell, _) => await ask(cell.address, portal[cell.asker]));
}
