using CsCheck;
using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Tests.Network;

public sealed class MatrixProductTests
{
    private static readonly Gen<(int Rows, int Inner, int Columns)> Sizes = Gen.Select(Gen.Int[1, 11], Gen.Int[0, 9], Gen.Int[1, 5]).Select((rows, inner, eighths) => (rows, inner, 8 * eighths));

    [Fact]
    public void Add_AnySize_IsTheSumOfProducts() => Sizes.Sample(size =>
    {
        var (left, right) = (Filled(size.Rows * size.Inner, 3), Filled(size.Inner * size.Columns, 5));
        var (straight, turned) = (Filled(size.Rows * size.Columns, 7), Filled(size.Rows * size.Columns, 7));
        var expected = Sum(left, right, straight, size);
        MatrixProduct.Add(left, right, straight, size);
        Assert.Equal(expected, straight);
        var across = new float[left.Length];
        MatrixProduct.Transpose(left, across, size.Rows, size.Inner);
        MatrixProduct.AddTransposed(across, right, turned, size);
        Assert.Equal(expected, turned);
    });

    [Fact]
    public void Add_BlocksOfRows_SameBitsAsRowByRow() => Sizes.Sample(size =>
    {
        var random = new Random(size.Rows);
        var left = Enumerable.Range(0, size.Rows * size.Inner).Select(_ => (float)random.NextDouble()).ToArray();
        var right = Enumerable.Range(0, size.Inner * size.Columns).Select(_ => (float)random.NextDouble()).ToArray();
        var (whole, parts) = (new float[size.Rows * size.Columns], new float[size.Rows * size.Columns]);
        MatrixProduct.Add(left, right, whole, size);
        for (var row = 0; row < size.Rows; row++)
        {
            MatrixProduct.Add(left.AsSpan(row * size.Inner, size.Inner), right, parts.AsSpan(row * size.Columns, size.Columns), (1, size.Inner, size.Columns));
        }

        Assert.Equal(whole.Select(BitConverter.SingleToInt32Bits), parts.Select(BitConverter.SingleToInt32Bits));
    });

    [Fact]
    public void Add_WidthThatIsNoMultipleOfEight_IsRefused() =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(new float[4], new float[12], new float[12], (2, 2, 6)));

    [Fact]
    public void Add_SpansTooShort_AreRefused() =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(new float[3], new float[16], new float[16], (2, 2, 8)));

    /// <summary>Small whole numbers, of which sums are exact in any order.</summary>
    private static float[] Filled(int length, int step) => [.. Enumerable.Range(0, length).Select(place => (float)((place * step % 13) - 6))];

    private static float[] Sum(float[] left, float[] right, float[] start, (int Rows, int Inner, int Columns) size)
    {
        var sums = (float[])start.Clone();
        for (var place = 0; place < sums.Length; place++)
        {
            for (var inner = 0; inner < size.Inner; inner++)
            {
                sums[place] += left[(place / size.Columns * size.Inner) + inner] * right[(inner * size.Columns) + (place % size.Columns)];
            }
        }

        return sums;
    }
}
