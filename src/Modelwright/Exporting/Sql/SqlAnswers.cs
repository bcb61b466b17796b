using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Duck;
using Modelwright.Sources.Writing.Databases;

namespace Modelwright.Exporting.Sql;

/// <summary>What DuckDB answers by an exported statement.</summary>
internal static class SqlAnswers
{
    /// <summary>DuckDB plans a statement by recursion, as deep as its trees and sums: a thread of the pool has not the stack for it.</summary>
    private const int StackBytes = 512 << 20;

    private const string MostMemory = "4GiB";

    /// <summary>Puts rows into a table of the name that the statement reads, and runs it.</summary>
    /// <exception cref="OptionsException">DuckDB has not the memory to plan the statement.</exception>
    internal static double[] Of(ExportGround ground, string path, Table rows, CancellationToken cancellation)
    {
        double[] answers = [];
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() => Ask(), StackBytes);
        thread.Start();
        thread.Join();
        fault?.Throw();
        return answers;

        void Ask()
        {
            try
            {
                answers = Run(ground, path, rows, cancellation);
            }
            catch (Exception thrown)
            {
                fault = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }

    private static double[] Run(ExportGround ground, string path, Table rows, CancellationToken cancellation)
    {
        var inputs = rows.Select([.. ground.Formula.Inputs.Select(input => input.Name)]);
        var table = TableOf(path);
        using var session = DuckSession.Open(path, new(), threads: 1, session => session.Run($"SET max_expression_depth = 100000; SET memory_limit = '{MostMemory}'"));
        session.Run($"CREATE TABLE {DuckSession.Identifier(table)} ({DuckRows.Declared(inputs)})");
        using (var appender = session.Connection.CreateAppender(table))
        {
            DuckRows.Append(appender, inputs, cancellation);
        }

        using var command = session.Command(File.ReadAllText(path));
        using var stop = cancellation.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            return Read(reader, ground, rows.RowCount, cancellation);
        }
        catch (DuckDBException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DuckDBException tooLarge) when (tooLarge.ErrorType == DuckDBErrorType.OutOfMemory)
        {
            throw new OptionsException($"The SELECT is too large: DuckDB cannot plan it within {MostMemory} of memory, so it is not proven and was not written. Distill the model (train --distill), or export it as C# or ONNX.", tooLarge);
        }
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
