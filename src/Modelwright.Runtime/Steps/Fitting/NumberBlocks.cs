using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Several number columns that are filled together, block by block; every value starts at 0.</summary>
internal sealed class NumberBlocks
{
    private readonly double[][][] _columns;

    internal NumberBlocks(int columns, int rowCount)
    {
        _columns = new double[columns][][];
        for (var column = 0; column < columns; column++)
        {
            var blocks = new double[(int)(((long)rowCount + Blocks<double>.Size - 1) / Blocks<double>.Size)][];
            for (var block = 0; block < blocks.Length; block++)
            {
                blocks[block] = new double[Math.Min(Blocks<double>.Size, rowCount - (block * Blocks<double>.Size))];
            }

            _columns[column] = blocks;
        }
    }

    /// <summary>One block of one column, to be filled.</summary>
    internal double[] this[int column, int block] => _columns[column][block];

    /// <summary>Gives the columns out under the names of features.</summary>
    internal void Name(IReadOnlyList<Feature> features, Span<Column> made)
    {
        for (var column = 0; column < _columns.Length; column++)
        {
            made[column] = new NumberColumn(features[column].Name, MemoryBlocks<double>.FromBlocks(_columns[column]));
        }
    }
}
