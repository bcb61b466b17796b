using System.IO.Compression;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Testing.Sources;

/// <summary>What a source is put through with a file that was made beforehand, as <see cref="SourceSuite"/> does with files that it writes.</summary>
public static class SourceSampleSuite
{
    /// <summary>The checks of one source with one sample.</summary>
    /// <param name="source">The source.</param>
    /// <param name="sample">The file and its rows.</param>
    /// <returns>Checks named by file kind, case and outcome.</returns>
    public static IEnumerable<ContractCheck> Checks(ISource source, SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sample);
        ContractCheck Check(string name, Action<SourceCase, SourceSample> run) =>
            ContractCheck.Of("Source", $"{source.Info.Name} {sample.Extension}", name, () =>
            {
                using var trial = new SourceCase(source, sample.Extension);
                trial.Write(sample.Bytes.Value);
                run(trial, sample);
            });

        return
        [
            Check("Read_Sample_GivesItsRows", IsRead),
            Check("Read_CutAnywhere_IsRefusedOrNoted", (trial, _) => CutCheck.Run(trial, sample.Bytes.Value, sample.Table)),
            Check("Read_Damaged_NamesFile", DamageIsNamed),
            Check("Read_EmptyFile_IsRefused", (trial, _) => trial.Refused([])),
            Check("Read_AbsentFile_IsRefused", AbsenceIsNamed),
            Check("Read_OddPath_IsTakenAsItIs", OddPath),
            Check("Read_Cancelled_Stops", Cancels),
            Check("Read_OtherCulture_ChangesNothing", (trial, _) => OtherCultures.Run(_ => IsRead(trial, sample))),
            Check("Read_FromManyThreads_GivesTheSame", ManyThreads),
            Check("Read_Twice_HasOneFingerprint", Fingerprints),
            Check("Read_EachOption_IsUsedAsDeclared", (trial, _) => OptionCheck.Run(source.Info, trial, sample.Bytes.Value)),
            .. source.Accepts(sample.Extension + ".gz") ? [Check("Read_Compressed_GivesItsRows", IsReadCompressed)] : Array.Empty<ContractCheck>(),
        ];
    }

    private static void IsRead(SourceCase trial, SourceSample sample) => SourceCase.RequireSame(sample.Table, trial.Read().Table);

    private static void IsReadCompressed(SourceCase trial, SourceSample sample)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(sample.Bytes.Value);
        }

        trial.Write(packed.ToArray());
        IsRead(trial, sample);
    }

    private static void DamageIsNamed(SourceCase trial, SourceSample sample)
    {
        var bytes = sample.Bytes.Value.ToArray();
        bytes.AsSpan(bytes.Length / 2).Fill(0xFF);
        trial.Refused(bytes);
    }

    private static void AbsenceIsNamed(SourceCase trial, SourceSample sample)
    {
        File.Delete(trial.Path);
        SourceCase.Expect<DataException>(() => trial.Read(), "not found");
    }

    private static void OddPath(SourceCase trial, SourceSample sample)
    {
        trial.Rename("a 'b' [c] \u00e9; DROP");
        trial.Write(sample.Bytes.Value);
        IsRead(trial, sample);
    }

    private static void Cancels(SourceCase trial, SourceSample sample) =>
        SourceCase.Expect<OperationCanceledException>(() => trial.Read(cancellation: new CancellationToken(canceled: true)), "");

    private static void ManyThreads(SourceCase trial, SourceSample sample)
    {
        var reads = new SourceTable[4];
        Parallel.For(0, reads.Length, reader => reads[reader] = trial.Read());
        foreach (var read in reads)
        {
            SourceCase.RequireSame(sample.Table, read.Table);
        }
    }

    private static void Fingerprints(SourceCase trial, SourceSample sample)
    {
        var first = trial.Read().Report.Fingerprint;
        SourceCase.Require(first.Length == 64 && first == trial.Read().Report.Fingerprint, "one SHA-256 for one file", first);
    }
}
