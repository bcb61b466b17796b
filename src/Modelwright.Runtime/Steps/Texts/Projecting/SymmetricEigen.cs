namespace Modelwright.Runtime.Steps.Texts.Projecting;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix: cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, section 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;
    private const double Tolerance = 1e-30;

    /// <summary>The eigenvalues, and a matrix whose columns are the eigenvectors, both in no order. The matrix given is used up.</summary>
    internal static (double[] Values, double[] Vectors) Of(double[] matrix, int size)
    {
        var vectors = new double[size * size];
        for (var place = 0; place < size; place++)
        {
            vectors[(place * size) + place] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && Rest(matrix, size) > 0; sweep++)
        {
            for (var left = 0; left < size; left++)
            {
                for (var right = left + 1; right < size; right++)
                {
                    Rotate(matrix, vectors, size, left, right);
                }
            }
        }

        var values = new double[size];
        for (var place = 0; place < size; place++)
        {
            values[place] = matrix[(place * size) + place];
        }

        return (values, vectors);
    }

    /// <summary>What stands off the diagonal, 0 where it is rounding beside what stands on it.</summary>
    private static double Rest(double[] matrix, int size)
    {
        var (off, on) = (0.0, 0.0);
        for (var place = 0; place < matrix.Length; place++)
        {
            var square = matrix[place] * matrix[place];
            (off, on) = place % (size + 1) == 0 ? (off, on + square) : (off + square, on);
        }

        return off > Tolerance * on ? off : 0;
    }

    /// <summary>Turns two columns and rows so that their common entry becomes 0.</summary>
    private static void Rotate(double[] matrix, double[] vectors, int size, int left, int right)
    {
        var common = matrix[(left * size) + right];
        if (common == 0)
        {
            return;
        }

        var half = (matrix[(right * size) + right] - matrix[(left * size) + left]) / (2 * common);
        var tangent = half >= 0 ? 1 / (half + Math.Sqrt(1 + (half * half))) : -1 / (-half + Math.Sqrt(1 + (half * half)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = tangent * cosine;
        for (var place = 0; place < size; place++)
        {
            Turn(ref matrix[(place * size) + left], ref matrix[(place * size) + right], cosine, sine);
        }

        for (var place = 0; place < size; place++)
        {
            Turn(ref matrix[(left * size) + place], ref matrix[(right * size) + place], cosine, sine);
            Turn(ref vectors[(place * size) + left], ref vectors[(place * size) + right], cosine, sine);
        }
    }

    private static void Turn(ref double left, ref double right, double cosine, double sine) =>
        (left, right) = ((cosine * left) - (sine * right), (sine * left) + (cosine * right));
}
