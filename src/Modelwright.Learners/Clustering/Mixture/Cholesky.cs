namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>Lower triangles, row by row: entry (i, j) with j at most i stands at i (i + 1) / 2 + j.</summary>
internal static class Cholesky
{
    /// <summary>Numbers of a triangle.</summary>
    public static int Length(int size) => size * (size + 1) / 2;

    /// <summary>The factor of a symmetric matrix of which the lower triangle is given.</summary>
    /// <returns>Whether the matrix is positive definite; if not, the factor is of no use.</returns>
    public static bool Factor(ReadOnlySpan<double> matrix, Span<double> factor, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var ofRow = factor[Length(row)..];
            for (var column = 0; column <= row; column++)
            {
                var ofColumn = factor[Length(column)..];
                var rest = matrix[Length(row) + column];
                for (var inner = 0; inner < column; inner++)
                {
                    rest -= ofRow[inner] * ofColumn[inner];
                }

                if (column < row)
                {
                    ofRow[column] = rest / ofColumn[column];
                }
                else if (rest > 0)
                {
                    ofRow[column] = Math.Sqrt(rest);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The inverse of a lower triangle, which is one too.</summary>
    public static void Invert(ReadOnlySpan<double> factor, Span<double> inverse, int size)
    {
        for (var column = 0; column < size; column++)
        {
            inverse[Length(column) + column] = 1 / factor[Length(column) + column];
            for (var row = column + 1; row < size; row++)
            {
                var sum = 0.0;
                for (var inner = column; inner < row; inner++)
                {
                    sum -= factor[Length(row) + inner] * inverse[Length(inner) + column];
                }

                inverse[Length(row) + column] = sum / factor[Length(row) + row];
            }
        }
    }
}
