using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Data.Search;

namespace ScoEvents.Data;

/// <summary>Makes the database known to an application.</summary>
public static class DataModule
{
    /// <summary>Registers the contexts' factory, and the contexts for the framework's own stores.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">Connects under the portal's own role; read when the first context is made.</param>
    public static IServiceCollection AddScoEventsData(this IServiceCollection services, Func<IServiceProvider, string> connectionString)
    {
        services.AddSingleton(provider => DataSource(connectionString(provider)));
        services.AddDbContextFactory<ScoEventsDbContext>((provider, options) =>
            Configure(options, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>A pool of connections that resets every connection on its return.</summary>
    /// <exception cref="ArgumentException">The connection string says <c>No Reset On Close</c>, which would carry one user's reach to the next.</exception>
    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (builder.ConnectionStringBuilder.NoResetOnClose)
        {
            throw new ArgumentException("The connection string must not say No Reset On Close: a pooled connection would carry one user's reach to the next.", nameof(connectionString));
        }

        builder.ConnectionStringBuilder.ApplicationName ??= "ScoEvents";
        return builder.Build();
    }

    /// <summary>Sets a context's options: provider, reach and audit trail.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource dataSource, TimeProvider clock) => options
        .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations"))
        .AddInterceptors(new ActorConnectionInterceptor(), new SoundKeysInterceptor(), new AuditInterceptor(clock));
}
