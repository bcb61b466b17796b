using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Sources.Duck;

namespace Modelwright.Sources.Writing.Databases;

/// <summary>Parquet, written by DuckDB.</summary>
internal sealed class ParquetFormat : ITableFormat
{
    public IReadOnlyList<string> Extensions { get; } = [".parquet"];

    public void CheckTable(Table table, string path, CancellationToken cancellation) =>
        new CellCheck(table, path, cancellation).Named(table, "a Parquet file").NamedApart(table, "DuckDB").Names(OddCharacter.ZeroOrHalf).Texts(OddCharacter.ZeroOrHalf).Throw();

    public void Write(Table table, string path, string beside, CancellationToken cancellation)
    {
        try
        {
            ReadOptions options = new();
            using var session = DuckSession.Open(path, options, options.Threads, session => session.Run($"SET allowed_paths = [{DuckSession.Literal(beside)}]"));
            session.Run($"CREATE TABLE rows ({DuckRows.Declared(table)})");
            using (var appender = session.Connection.CreateAppender("rows"))
            {
                DuckRows.Append(appender, table, cancellation);
            }

            session.Run($"COPY rows TO {DuckSession.Literal(beside)} (FORMAT parquet)");
        }
        catch (DuckDBException fault)
        {
            throw DuckRows.Unwritten(path, fault);
        }
    }
}
