using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Testing.Sources;

/// <summary>What every source of files is put through, once for each kind of file that <see cref="TableWriter"/> can write for it.</summary>
public static class SourceSuite
{
    /// <summary>The checks of one source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>Checks named by file kind, case and outcome.</returns>
    public static IEnumerable<ContractCheck> Checks(ISource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Info.Extensions
            .Where(TableWriter.Extensions.Contains)
            .SelectMany(extension => Checks(source, extension));
    }

    private static IEnumerable<ContractCheck> Checks(ISource source, string extension)
    {
        ContractCheck Check(string name, Action<SourceCase> run) =>
            ContractCheck.Of("Source", $"{source.Info.Name} {extension}", name, () =>
            {
                using var trial = new SourceCase(source, extension);
                run(trial);
            });

        return
        [
            Check("Read_EveryType_RoundTrips", RoundTrips),
            Check("Read_ManyRows_RoundTripsInOrder", KeepsOrder),
            Check("Read_OneRow_IsOneRow", trial => trial.Same(SourceTables.EveryType().Take([0]))),
            Check("Read_NoRows_IsEmptyOrSaysSo", trial => EmptyOrRefused(trial, SourceTables.EveryType().Take([]))),
            Check("Read_NoColumns_IsEmptyOrSaysSo", trial => EmptyOrRefused(trial, new([], 3))),
            Check("Read_CutAnywhere_IsRefusedOrNoted", CutsAreSeen),
            Check("Read_Damaged_NamesFileAndPlace", DamageIsNamed),
            Check("Read_EmptyFile_IsRefused", trial => trial.Refused([])),
            Check("Read_AbsentFile_IsRefused", trial => SourceCase.Expect<DataException>(() => trial.Read(), "not found")),

            // Kinds of file of one source differ in how their bytes come, not in where their columns go.
            .. extension == source.Info.Extensions[0]
                ? [Check("Read_LargerThanMemory_HasTheSameRows", SpillsAndKeeps), Check("Read_EachOption_IsUsedAsDeclared", trial => OptionsAreUsed(source, trial))]
                : Array.Empty<ContractCheck>(),
            Check("Read_OddPath_IsTakenAsItIs", OddPath),
            Check("Read_Cancelled_Stops", Cancels),
            Check("Read_OtherCulture_ChangesNothing", OtherCulture),
            Check("Read_FromManyThreads_GivesTheSame", ManyThreads),
            Check("Read_Twice_HasOneFingerprint", Fingerprints),
        ];
    }

    private static void RoundTrips(SourceCase trial)
    {
        trial.Same(SourceTables.EveryType());
        trial.Same(SourceTables.HardTexts());
    }

    private static void KeepsOrder(SourceCase trial) => trial.Same(SourceTables.Counting(5_000));

    private static void EmptyOrRefused(SourceCase trial, Table table)
    {
        SourceTable read;
        try
        {
            trial.Write(table);
            read = trial.Read();
        }
        catch (DataException refused)
        {
            SourceCase.Require(refused.Message.Contains('.', StringComparison.Ordinal), "the refusal to say what to do", refused.Message);
            return;
        }

        SourceCase.Require(read.Table.RowCount == table.RowCount, $"{table.RowCount} rows", $"{read.Table.RowCount}");
    }

    private static void CutsAreSeen(SourceCase trial)
    {
        var table = SourceTables.EveryType();
        trial.Write(table);
        CutCheck.Run(trial, File.ReadAllBytes(trial.Path), table);
    }

    private static void DamageIsNamed(SourceCase trial)
    {
        trial.Write(SourceTables.Counting(50));
        var bytes = File.ReadAllBytes(trial.Path);
        bytes.AsSpan(bytes.Length / 2).Fill(0xFF);
        File.WriteAllBytes(trial.Path, bytes);
        SourceCase.Expect<DataException>(() => trial.Read(), trial.IsPlainText ? $"{trial.Path}, line " : trial.Path);
    }

    // Columns larger than the share of the limit that they may hold, so that some have to live outside memory.
    private static void SpillsAndKeeps(SourceCase trial)
    {
        var table = SourceTables.Counting(400_000);
        trial.Write(table);
        var read = trial.Read(new() { MemoryBytes = ReadOptions.SmallestMemory, Threads = 1 });
        trial.RequireRows(table, read.Table);
    }

    private static void OptionsAreUsed(ISource source, SourceCase trial)
    {
        trial.Write(SourceTables.EveryType());
        OptionCheck.Run(source.Info, trial, File.ReadAllBytes(trial.Path));
    }

    private static void OddPath(SourceCase trial)
    {
        trial.Rename("a 'b' [c] \u00e9; DROP");
        trial.Same(SourceTables.EveryType());
    }

    private static void Cancels(SourceCase trial)
    {
        trial.Write(SourceTables.Counting(20_000));
        SourceCase.Expect<OperationCanceledException>(() => trial.Read(cancellation: new CancellationToken(canceled: true)), "");
    }

    private static void OtherCulture(SourceCase trial) => OtherCultures.Run(_ => trial.Same(SourceTables.EveryType()));

    private static void ManyThreads(SourceCase trial)
    {
        var table = SourceTables.EveryType();
        trial.Write(table);
        var reads = new SourceTable[4];
        Parallel.For(0, reads.Length, reader => reads[reader] = trial.Read());
        foreach (var read in reads)
        {
            trial.RequireRows(table, read.Table);
        }
    }

    private static void Fingerprints(SourceCase trial)
    {
        trial.Write(SourceTables.EveryType());
        var first = trial.Read().Report.Fingerprint;
        SourceCase.Require(first.Length == 64 && first == trial.Read().Report.Fingerprint, "one SHA-256 for one file", first);
        trial.Write(SourceTables.Counting(3));
        SourceCase.Require(first != trial.Read().Report.Fingerprint, "another SHA-256 for another file", first);
    }
}
