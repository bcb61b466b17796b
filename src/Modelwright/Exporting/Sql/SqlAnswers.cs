using System.Globalization;
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
    private const string Instead = "Distill the model (train --distill), or export it as C# or ONNX.";

    /// <summary>How long DuckDB may take. Planning a statement of many trees can take hours, and listens to nobody.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Puts rows into a table of the name that the statement reads, and runs it.</summary>
    /// <param name="ground">The model as a formula.</param>
    /// <param name="path">The file of the statement.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="longest">How long to wait. A thread that is given up ends with the program, or when DuckDB is through.</param>
    /// <param name="cancellation">Asks to end; heard at once.</param>
    /// <exception cref="OptionsException">DuckDB has not the memory to plan the statement, or not the time.</exception>
    internal static double[] Of(ExportGround ground, string path, Table rows, TimeSpan longest, CancellationToken cancellation)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var token = given.Token;
        TaskCompletionSource<double[]> answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Ask(), StackBytes) { IsBackground = true };
        thread.Start();
        try
        {
            return answers.Task.WaitAsync(longest, TimeProvider.System, cancellation).GetAwaiter().GetResult();
        }
        catch (TimeoutException tooLarge)
        {
            given.Cancel();
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"The SELECT is too large: DuckDB has not answered it within {longest.TotalMinutes:0.#} minutes, so it is not proven and was not written. {Instead}"), tooLarge);
        }

        void Ask()
        {
            try
            {
                answers.SetResult(Run(ground, path, rows, token));
            }
            catch (Exception thrown)
            {
                answers.SetException(thrown);
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
            throw new OptionsException($"The SELECT is too large: DuckDB cannot plan it within {MostMemory} of memory, so it is not proven and was not written. {Instead}", tooLarge);
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
