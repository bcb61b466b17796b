namespace Modelwright.Sources.Duck;

/// <summary>
/// One SELECT statement over local files, answered by DuckDB: "SELECT … FROM 'sales/*.parquet'". Nothing but the files that it
/// names is read, nothing is written, and no connection is made. Its rows are in the order of their content, or in its own
/// where it ends with ORDER BY, so that a repeat gives the same table.
/// </summary>
internal sealed class SqlSource : ISource
{
    private static readonly string[] Beginnings = ["SELECT", "WITH", "FROM"];

    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("sql", "SQL over files", []);

    /// <inheritdoc/>
    public bool Accepts(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return BeginsLikeOne(path) && !File.Exists(path);
    }

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LongQuery.RunAsync(() => Read(request, cancellation), cancellation);
    }

    private SourceTable Read(SourceRequest request, CancellationToken cancellation)
    {
        SqlStatement? statement = null;
        return new DuckAnswer(FaultList.Show(request.Path), request.Options).Read(
            session =>
            {
                statement = SqlStatement.Parse(session, request.Path);
                statement.Allow(session, request.Path);
            },
            _ => statement!,
            new() { Path = request.Path, Source = Info.Name, Fingerprint = "", Bytes = 0, RowsRead = 0 },
            cancellation);
    }

    // By hand, as a call that reads a small file would wait longer for an expression to be made than for the file.
    private static bool BeginsLikeOne(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        foreach (var word in Beginnings)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && (char.IsWhiteSpace(text[word.Length]) || text[word.Length] is '(' or '\'' or '"' or '*'))
            {
                return true;
            }
        }

        return false;
    }
}
