using System.Data.Common;
using System.Text.RegularExpressions;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Servers;

/// <summary>A database server as a person names it: "postgres://user@host/database", or pairs such as "Host=…;Database=…".</summary>
internal sealed partial class ConnectionAddress
{
    private static readonly string[] PostgresSchemes = ["postgres", "postgresql"];
    private static readonly string[] PostgresKeys = ["host"];
    private static readonly string[] OnlyPostgres = ["port", "username", "sslmode", "ssl mode", "passfile", "search path"];
    private static readonly string[] Shareable = ["host", "server", "data source", "port", "database", "initial catalog", "username", "user id", "user", "uid"];

    // What is kept back even where somebody wrote it at an odd place.
    private static readonly string[] Secrets = ["password", "pwd", "passfile", "sslpassword", "ssl password", "access token"];

    private ConnectionAddress(bool isPostgres, IReadOnlyDictionary<string, string> pairs, string shown)
    {
        IsPostgres = isPostgres;
        Pairs = pairs;
        Shown = shown;
    }

    /// <summary>Whether the server is PostgreSQL; else it is SQL Server.</summary>
    internal bool IsPostgres { get; }

    /// <summary>Keys and values as in a connection string of ADO.NET.</summary>
    internal IReadOnlyDictionary<string, string> Pairs { get; }

    /// <summary>The address without anything secret, for errors and reports.</summary>
    internal string Shown { get; }

    /// <summary>Whether something looks like the address of a server; nothing is checked.</summary>
    internal static bool IsOne(string address) => address.AsSpan().ContainsAny(':', '=') && BeginsLikeOne(address);

    /// <summary>Reads an address.</summary>
    /// <exception cref="OptionsException">It is not understood; the text holds nothing secret.</exception>
    internal static ConnectionAddress Parse(string address) => Scheme().IsMatch(address) ? OfUrl(address) : OfPairs(address);

    /// <summary>The address without anything secret.</summary>
    internal static string Show(string address)
    {
        try
        {
            return Parse(address).Shown;
        }
        catch (OptionsException)
        {
            return Lead(address);
        }
    }

    /// <summary>A text of a server without the secrets of this address.</summary>
    internal string WithoutSecrets(string text) => Pairs
        .Where(pair => Secrets.Contains(pair.Key) && pair.Value.Length > 0)
        .Aggregate(text, (words, pair) => words.Replace(pair.Value, "***", StringComparison.Ordinal));

    // Apart, so that a call with a plain file does not load what expressions need.
    private static bool BeginsLikeOne(string address) => Scheme().IsMatch(address) || FirstKey().IsMatch(address);

    private static ConnectionAddress OfUrl(string address)
    {
        if (Url().Match(address) is not { Success: true } match)
        {
            throw new OptionsException($"{Lead(address)}: the address is not understood. Write it as postgres://user@host:5432/database or sqlserver://user@host:1433/database; '@', '/', ':' and '?' in names and passwords as %40, %2F, %3A and %3F.");
        }

        var isPostgres = PostgresSchemes.Contains(match.Groups["scheme"].Value.ToLowerInvariant());
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string key, string value)
        {
            if (value.Length > 0)
            {
                pairs[key] = Uri.UnescapeDataString(value);
            }
        }

        string Part(string name) => match.Groups[name].Value;
        foreach (var option in Part("options").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            Add(Uri.UnescapeDataString(equals < 0 ? option : option[..equals]).ToLowerInvariant(), equals < 0 ? "true" : option[(equals + 1)..]);
        }

        Add(isPostgres ? "host" : "server", isPostgres || Part("port").Length == 0 ? Part("host").Trim('[', ']') : $"{Part("host")},{Part("port")}");
        Add(isPostgres ? "port" : "", isPostgres ? Part("port") : "");
        Add("database", Part("database"));
        Add(isPostgres ? "username" : "user id", Part("user"));
        Add("password", Part("password"));
        var user = Part("user").Length > 0 ? Part("user") + "@" : "";
        var port = Part("port").Length > 0 ? ":" + Part("port") : "";
        return new(isPostgres, pairs, $"{Part("scheme")}://{user}{Part("host")}{port}/{Part("database")}");
    }

    private static ConnectionAddress OfPairs(string address)
    {
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = address;
        }
        catch (ArgumentException)
        {
            throw new OptionsException($"{Lead(address)}: the connection string is not understood. Write pairs with ';' between them: Host=localhost;Database=shop;Username=me for PostgreSQL, Server=localhost;Database=shop;User ID=me for SQL Server; a value with ';' in quotes.");
        }

        var pairs = builder.Keys!.Cast<string>().ToDictionary(key => key.ToLowerInvariant(), key => $"{builder[key]}", StringComparer.Ordinal);
        if (pairs.TryGetValue("data source", out var file) && File.Exists(file))
        {
            throw new OptionsException($"data source={file}: this is a file, not a server. Name the file alone: {file}.");
        }

        var isPostgres = pairs.Keys.Any(key => PostgresKeys.Contains(key) || OnlyPostgres.Contains(key));
        var shown = string.Join(';', pairs.Where(pair => Shareable.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}"));
        return new(isPostgres, pairs, shown);
    }

    private static string Lead(string address) => Scheme().Match(address) is { Success: true } match ? match.Value + "…" : FirstKey().Match(address).Value.Trim() + "…";

    [GeneratedRegex(@"^(postgres|postgresql|sqlserver|mssql)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^\s*(host|server|data source|address|addr|username|user id|uid|database|initial catalog|port|password|pwd)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstKey();

    [GeneratedRegex(@"^(?<scheme>[a-z]+)://((?<user>[^:@/?]*)(:(?<password>[^@/?]*))?@)?(?<host>\[[^\]@/?]*\]|[^:@/?]*)(:(?<port>\d+))?(/(?<database>[^/?]*))?(\?(?<options>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();
}
