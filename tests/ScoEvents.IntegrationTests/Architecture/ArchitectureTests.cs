using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using Xunit;

namespace ScoEvents.IntegrationTests.Architecture;

/// <summary>Holds the house's rules of docs/architecture.md by reflection, so that a change that breaks one fails here and not in a review.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly _domain = typeof(ScoEvent).Assembly;
    private static readonly Assembly _data = typeof(ScoEventsDbContext).Assembly;
    private static readonly Assembly _exports = Assembly.Load("ScoEvents.Exports");
    private static readonly Assembly _web = typeof(Program).Assembly;
    private static readonly string[] _bannedFolders = ["Common", "Core", "Helpers", "Utils", "Abstractions"];
    private static readonly string[] _bannedEndings = ["Manager", "Helper", "Util", "Utils", "Dto", "Info", "Repository"];

    [Fact]
    public void The_domain_depends_on_nothing_but_the_runtime()
    {
        var foreign = References(_domain).Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

        Assert.Empty(foreign);
    }

    [Fact]
    public void Data_and_exports_know_neither_each_other_nor_the_web()
    {
        Assert.DoesNotContain("ScoEvents.Web", References(_data));
        Assert.DoesNotContain("ScoEvents.Exports", References(_data));
        Assert.DoesNotContain("ScoEvents.Web", References(_exports));
        Assert.DoesNotContain("ScoEvents.Data", References(_exports));
    }

    [Fact]
    public void Exports_know_no_database_and_no_web_framework()
    {
        var foreign = References(_exports).Where(name =>
            name.StartsWith("Npgsql", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Components_touch_no_context_and_no_entity()
    {
        var entities = EntityTypes();
        var offenders = _web.GetTypes()
            .Where(type => typeof(IComponent).IsAssignableFrom(type))
            .SelectMany(component => Touched(component)
                .Where(touched => typeof(DbContext).IsAssignableFrom(touched) || IsContextFactory(touched) || entities.Contains(touched))
                .Select(touched => $"{component.Name} → {touched.Name}"))
            .Distinct();

        Assert.Empty(offenders);
    }

    [Fact]
    public void Services_and_queries_know_nothing_of_Blazor()
    {
        var offenders = ServicesAndQueries()
            .SelectMany(service => Touched(service)
                .Where(touched => touched.Namespace?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) is true)
                .Select(touched => $"{service.Name} → {touched.Name}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_write_takes_an_actor_first_and_a_cancellation_last()
    {
        var offenders = _web.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true && type.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(service => service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is not [{ } first, .., { } last] || first.ParameterType != typeof(Actor) || last.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_component_and_no_singleton_keeps_a_context_in_a_field()
    {
        var offenders = _web.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => typeof(DbContext).IsAssignableFrom(field.FieldType))
                // The compiler keeps a method's locals in fields of its state machine.
                .Where(_ => !type.Name.Contains('<', StringComparison.Ordinal))
                .Select(field => $"{type.Name}.{field.Name}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Entities_change_through_methods_only()
    {
        var offenders = EntityTypes()
            .Where(type => type.Assembly == _domain)
            .SelectMany(type => type.GetProperties().Where(property => property.SetMethod?.IsPublic is true).Select(property => $"{type.Name}.{property.Name}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Names_say_roles()
    {
        var types = new[] { _domain, _data, _exports, _web }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ScoEvents", StringComparison.Ordinal) is true && !type.Name.Contains('<', StringComparison.Ordinal))
            .ToList();

        Assert.Empty(types.Where(type => type.Namespace!.Split('.').Intersect(_bannedFolders).Any()).Select(type => type.FullName));
        Assert.Empty(types.Where(type => _bannedEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName));
    }

    [Fact]
    public void Raw_markup_is_written_nowhere()
    {
        var offenders = Sources("*.razor").Concat(Sources("*.cs"))
            .Where(file => RawMarkup().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName)
            // Writes JSON of which the serializer has escaped whatever could end the element.
            .Where(name => name != "StructuredData.cs");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Public_and_account_pages_opt_out_of_circuits_and_staff_pages_demand_a_sign_in()
    {
        var pages = _web.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();
        var staticPages = pages.Where(page => page.Namespace!.EndsWith(".Public", StringComparison.Ordinal) || page.Namespace == "ScoEvents.Web.Account");
        var staffPages = pages.Where(page => page.Namespace!.EndsWith(".Staff", StringComparison.Ordinal));

        Assert.Empty(staticPages.Where(page => page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null).Select(page => page.FullName));
        Assert.Empty(staffPages.Where(page => page.GetCustomAttribute<Microsoft.AspNetCore.Authorization.AuthorizeAttribute>() is null).Select(page => page.FullName));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static HashSet<Type> EntityTypes()
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        using var source = DataModule.DataSource("Host=localhost;Database=none");
        DataModule.Configure(options, source, TimeProvider.System);
        using var context = new ScoEventsDbContext(options.Options);
        return [.. context.Model.GetEntityTypes().Select(entity => entity.ClrType)];
    }

    private static IEnumerable<Type> ServicesAndQueries() => _web.GetTypes().Where(type =>
        type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true
        && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal)));

    private static IEnumerable<Type> Touched(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .SelectMany(touched => touched.IsGenericType ? touched.GetGenericArguments().Append(touched) : [touched]);
    }

    private static bool IsContextFactory(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDbContextFactory<>);

    private static IEnumerable<string> Sources(string pattern)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoEvents.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
        }

        return Directory.EnumerateFiles(Path.Combine(folder.FullName, "src"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any());
    }

    [GeneratedRegex(@"\bMarkupString\b|\.AddMarkupContent\(", RegexOptions.CultureInvariant)]
    private static partial Regex RawMarkup();
}
