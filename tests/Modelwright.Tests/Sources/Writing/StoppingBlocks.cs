using Modelwright.Core.Data;

namespace Modelwright.Tests.Sources.Writing;

/// <summary>Two blocks of zeros that call a writer off when it asks for the second one while it writes.</summary>
internal sealed class StoppingBlocks(CancellationTokenSource stop, Func<bool> isWriting) : Blocks<double>
{
    private readonly double[] _zeros = new double[Size];

    public override int RowCount => 2 * Size;

    public override ReadOnlySpan<double> this[int block]
    {
        get
        {
            if (block == 1 && !stop.IsCancellationRequested && isWriting())
            {
                stop.Cancel();
            }

            return _zeros;
        }
    }
}
