using Modelwright.Core.Data;

namespace Modelwright.Testing.Sources;

/// <summary>A file that is cut anywhere must be refused or noted: never a table that is short without a word.</summary>
internal static class CutCheck
{
    private const int MostCuts = 250;
    private const int MostCutsOfBinary = 50;

    /// <summary>Cuts a file at many places.</summary>
    /// <param name="trial">Reads it.</param>
    /// <param name="whole">The whole file.</param>
    /// <param name="table">Its rows.</param>
    internal static void Run(SourceCase trial, byte[] whole, Table table)
    {
        trial.Write(whole);
        var notes = trial.Read().Report.Notes.Count;
        for (var cut = 1; cut < whole.Length; cut += Math.Max(1, whole.Length / (trial.IsPlainText ? MostCuts : MostCutsOfBinary)))
        {
            // A text file may end after any whole line, so only such a cut may pass without a word.
            if (trial.IsPlainText && whole[cut - 1] == (byte)'\n')
            {
                continue;
            }

            trial.Write(whole.AsSpan(0, cut));
            if (trial.TryRead() is { } read && read.Report.Notes.Count <= notes && read.Table.RowCount < table.RowCount)
            {
                SourceCase.Fail($"a file cut after {cut} of {whole.Length} bytes to be refused or noted", $"{read.Table.RowCount} of {table.RowCount} rows, and no note");
            }
        }
    }
}
