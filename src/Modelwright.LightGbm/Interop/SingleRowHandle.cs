using Microsoft.Win32.SafeHandles;

namespace Modelwright.LightGbm.Interop;

/// <summary>Owns the settings of single rows of one booster, which must outlive it; freed once, even if the owner forgets.</summary>
internal sealed unsafe class SingleRowHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>LightGBM's own scores of one row, before the link.</summary>
    /// <param name="row">All columns; NaN is missing.</param>
    /// <param name="output">One an output.</param>
    internal void PredictScores(ReadOnlySpan<double> row, Span<double> output)
    {
        fixed (double* data = row, scores = output)
        {
            NativeStatus.Check(LightGbmApi.BoosterPredictForMatSingleRowFast(this, data, out _, scores), "scoring a row");
        }
    }

    protected override bool ReleaseHandle() => LightGbmApi.FastConfigFree(handle) == 0;
}
