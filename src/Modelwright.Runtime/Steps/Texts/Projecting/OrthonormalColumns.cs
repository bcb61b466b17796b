namespace Modelwright.Runtime.Steps.Texts.Projecting;

/// <summary>Makes the columns of a matrix, held row by row, orthogonal and of length 1: modified Gram-Schmidt, done twice (Giraud et al. 2005).</summary>
internal static class OrthonormalColumns
{
    private const double LeastLength = 1e-12;

    /// <summary>Changes the matrix in place; a column that the ones before it make up becomes 0.</summary>
    internal static void Of(double[] matrix, int columns)
    {
        var held = Columns(matrix, columns);
        for (var column = 0; column < columns; column++)
        {
            var own = held[column];
            var before = Math.Sqrt(Product(own, own));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var other = 0; other < column; other++)
                {
                    Subtract(own, held[other], Product(own, held[other]));
                }
            }

            var length = Math.Sqrt(Product(own, own));
            var factor = length > LeastLength * before && length > 0 ? 1 / length : 0;
            for (var row = 0; row < own.Length; row++)
            {
                matrix[(row * columns) + column] = own[row] *= factor;
            }
        }
    }

    /// <summary>Each column in one piece: all sums below run down columns.</summary>
    private static double[][] Columns(double[] matrix, int columns)
    {
        var held = new double[columns][];
        for (var column = 0; column < columns; column++)
        {
            held[column] = new double[matrix.Length / columns];
            for (var row = 0; row < held[column].Length; row++)
            {
                held[column][row] = matrix[(row * columns) + column];
            }
        }

        return held;
    }

    private static double Product(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
        {
            sum += left[row] * right[row];
        }

        return sum;
    }

    private static void Subtract(double[] from, double[] other, double factor)
    {
        for (var row = 0; row < from.Length; row++)
        {
            from[row] -= factor * other[row];
        }
    }
}
