using Microsoft.Win32.SafeHandles;

namespace Modelwright.LightGbm.Interop;

/// <summary>Owns one native booster; freed once, even if the owner forgets.</summary>
/// <remarks>It reads its datasets while it trains, so whoever made them keeps them until it is freed.</remarks>
internal sealed unsafe class BoosterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    private const int Validation = 1;
    private const int RawScore = 1;
    private const int Contributions = 3;
    private const int ImportanceBySplits = 0;

    /// <summary>Trees so far, over all outputs.</summary>
    internal int TreeCount
    {
        get
        {
            NativeStatus.Check(LightGbmApi.BoosterNumberOfTotalModel(this, out var count), "counting trees");
            return count;
        }
    }

    internal static BoosterHandle Create(DatasetHandle training, string parameters)
    {
        NativeStatus.Check(LightGbmApi.BoosterCreate(training, parameters, out var booster), "starting to boost");
        LiveHandles.Born();
        return booster;
    }

    /// <summary>Gives the rows whose scores <see cref="PredictValidation"/> answers; once.</summary>
    internal void AddValidation(DatasetHandle validation) =>
        NativeStatus.Check(LightGbmApi.BoosterAddValidData(this, validation), "adding the validation rows");

    /// <summary>Boosts one round.</summary>
    /// <returns>False where no split was left to make, so that nothing was added.</returns>
    internal bool Update()
    {
        NativeStatus.Check(LightGbmApi.BoosterUpdateOneIter(this, out var isFinished), "boosting a round");
        return isFinished == 0;
    }

    /// <summary>Answers the validation rows after all rounds so far, output by output: probabilities, or numbers.</summary>
    internal void PredictValidation(Span<double> output)
    {
        NativeStatus.Check(LightGbmApi.BoosterGetNumPredict(this, Validation, out var needed), "sizing validation answers");
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, needed, nameof(output));
        fixed (double* data = output)
        {
            NativeStatus.Check(LightGbmApi.BoosterGetPredict(this, Validation, out _, data), "answering validation rows");
        }
    }

    /// <summary>The model text of some rounds.</summary>
    /// <param name="startRound">The first, from 0.</param>
    /// <param name="roundCount">How many.</param>
    /// <param name="buffer">Filled with UTF-8; grown where it is too small, and to be handed in again.</param>
    /// <returns>The text, without the closing zero.</returns>
    internal ReadOnlySpan<byte> Save(int startRound, int roundCount, ref byte[] buffer)
    {
        var needed = SaveInto(startRound, roundCount, buffer);
        if (needed > buffer.Length)
        {
            buffer = new byte[checked((int)(needed + (needed / 4)))];
            needed = SaveInto(startRound, roundCount, buffer);
        }

        return buffer.AsSpan(0, (int)needed - 1);
    }

    /// <summary>LightGBM's own scores, before the link; what our form is tested and measured against.</summary>
    /// <param name="rows">Row by row, all columns; NaN is missing.</param>
    /// <param name="rowCount">How many rows those are.</param>
    /// <param name="output">Rows x outputs, row by row.</param>
    /// <param name="parameters">Such as the number of threads.</param>
    internal void PredictScores(ReadOnlySpan<double> rows, int rowCount, Span<double> output, string parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length % rowCount, 0, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length % rowCount, 0, nameof(output));
        fixed (double* data = rows, scores = output)
        {
            var status = LightGbmApi.BoosterPredictForMat(
                this, data, ElementType.Double, rowCount, rows.Length / rowCount, 1, RawScore, 0, -1, parameters, out _, scores);
            NativeStatus.Check(status, "scoring rows");
        }
    }

    /// <summary>LightGBM's fastest call for one row, its settings read once; what our form is measured against. It reads this booster, so this outlives it.</summary>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="parameters">Such as the number of threads.</param>
    internal SingleRowHandle SingleRow(int columns, string parameters)
    {
        NativeStatus.Check(LightGbmApi.BoosterPredictForMatSingleRowFastInit(this, RawScore, 0, -1, ElementType.Double, columns, parameters, out var settings), "preparing single rows");
        return settings;
    }

    /// <summary>LightGBM's own contributions; what our form's are tested and measured against.</summary>
    /// <param name="rows">Row by row, all columns; NaN is missing.</param>
    /// <param name="rowCount">How many rows those are.</param>
    /// <param name="output">Rows x outputs x (columns + 1), row by row; the last of an output is its base.</param>
    /// <param name="parameters">Such as the number of threads.</param>
    internal void PredictContributions(ReadOnlySpan<double> rows, int rowCount, Span<double> output, string parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length % rowCount, 0, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length % (rowCount * ((rows.Length / rowCount) + 1)), 0, nameof(output));
        fixed (double* data = rows, found = output)
        {
            var status = LightGbmApi.BoosterPredictForMat(
                this, data, ElementType.Double, rowCount, rows.Length / rowCount, 1, Contributions, 0, -1, parameters, out _, found);
            NativeStatus.Check(status, "explaining rows");
        }
    }

    protected override bool ReleaseHandle()
    {
        LiveHandles.Died();
        return LightGbmApi.BoosterFree(handle) == 0;
    }

    private long SaveInto(int startRound, int roundCount, byte[] buffer)
    {
        fixed (byte* data = buffer)
        {
            var status = LightGbmApi.BoosterSaveModelToString(this, startRound, roundCount, ImportanceBySplits, buffer.Length, out var needed, data);
            NativeStatus.Check(status, "writing trees");
            return needed;
        }
    }
}
