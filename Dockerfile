# syntax=docker/dockerfile:1

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Packages change less often than sources: a layer of their own.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/ScoEvents.Domain/ScoEvents.Domain.csproj src/ScoEvents.Domain/
COPY src/ScoEvents.Data/ScoEvents.Data.csproj src/ScoEvents.Data/
COPY src/ScoEvents.Exports/ScoEvents.Exports.csproj src/ScoEvents.Exports/
COPY src/ScoEvents.Web/ScoEvents.Web.csproj src/ScoEvents.Web/
RUN dotnet restore src/ScoEvents.Web
COPY src/ src/
RUN dotnet publish src/ScoEvents.Web -c Release --no-restore -o /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# Microsoft's images for .NET 10 stand on Ubuntu, whose Chromium is a snap and does not run in a container. Debian has
# the browser as a package; .NET supports it, so the runtime is taken from Microsoft's image and put there.
FROM debian:13-slim AS final
RUN apt-get update \
  && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    ca-certificates chromium curl fontconfig fonts-noto-cjk fonts-noto-core libicu76 libssl3t64 libstdc++6 tzdata zlib1g \
  && rm -rf /var/lib/apt/lists/*
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet

# The same account as in Microsoft's images.
ENV APP_UID=1654 \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_RUNNING_IN_CONTAINER=true \
    DOTNET_EnableDiagnostics=0
RUN groupadd --gid $APP_UID app && useradd --uid $APP_UID --gid $APP_UID --no-create-home --home-dir /tmp app
WORKDIR /portal
COPY --from=build /portal .

USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["dotnet", "ScoEvents.Web.dll"]
