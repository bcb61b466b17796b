using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Sources.Duck;
using Modelwright.Sources.Writing.Databases;

namespace Modelwright.Exporting.Sql;

/// <summary>What DuckDB answers by an exported statement.</summary>
internal static class SqlAnswers
{
    /// <summary>Puts rows into a table of the name that the statement reads, and runs it.</summary>
    internal static double[] Of(ExportGround ground, string path, Table rows, CancellationToken cancellation)
    {
        var inputs = rows.Select([.. ground.Formula.Inputs.Select(input => input.Name)]);
        var table = TableOf(path);
        using var session = DuckSession.Open(path, new(), threads: 1, session => session.Run("SET max_expression_depth = 100000"));
        session.Run($"CREATE TABLE {DuckSession.Identifier(table)} ({DuckRows.Declared(inputs)})");
        using (var appender = session.Connection.CreateAppender(table))
        {
            DuckRows.Append(appender, inputs, cancellation);
        }

        using var command = session.Command(File.ReadAllText(path));
        using var stop = cancellation.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        return Read(reader, ground, rows.RowCount, cancellation);
    }

    /// <summary>The table that a statement of this file reads where nobody named another.</summary>
    internal static string TableOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static double[] Read(DuckDBDataReader reader, ExportGround ground, int rows, CancellationToken cancellation)
    {
        var width = ground.Formula.Answer.Width;
        var first = reader.FieldCount - width;
        var answers = new double[rows * width];
        for (var row = 0; reader.Read(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var place = 0; place < width; place++)
            {
                answers[(row * width) + place] = reader.IsDBNull(first + place) ? double.NaN : reader.GetDouble(first + place);
            }
        }

        return answers;
    }
}
