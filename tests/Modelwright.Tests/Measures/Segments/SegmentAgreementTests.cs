using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Measures.Segments;

namespace Modelwright.Tests.Measures.Segments;

public sealed class SegmentAgreementTests
{
    private static readonly Gen<(int[] One, int[] Other)> Labellings = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[2, 60]
        .Select(rows => (rows.Select(row => row.Item1).ToArray(), rows.Select(row => row.Item2).ToArray()));

    // scikit-learn's user guide and docstring of adjusted_rand_score.
    [Theory]
    [InlineData(new[] { 0, 0, 0, 1, 1, 1 }, new[] { 0, 0, 1, 1, 2, 2 }, 0.24242424242424243)]
    [InlineData(new[] { 0, 1, 2, 0, 3, 4, 5, 1 }, new[] { 1, 1, 0, 0, 2, 2, 2, 2 }, -0.12903225806451613)]
    [InlineData(new[] { 0, 0, 1, 2 }, new[] { 0, 0, 1, 1 }, 0.5714285714285714)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 3 }, 0)]
    public void AdjustedRand_KnownLabels_GivesItsReference(int[] found, int[] truth, double expected) =>
        Assert.Equal(expected, SegmentAgreement.AdjustedRand(found, truth), 1e-12);

    // The labels and values of scikit-learn's test of adjusted_mutual_info_score, which took them from the authors' Matlab code.
    [Fact]
    public void AdjustedMutualInformation_KnownLabels_GivesItsReference()
    {
        int[] found = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
        int[] truth = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
        Assert.Equal(0.27821, SegmentAgreement.AdjustedMutualInformation(found, truth), 5e-6);
        Assert.Equal(0.15042, ExpectedInformation.Of([6, 6, 5], [6, 7, 4], 17), 5e-6);
    }

    [Fact]
    public void NormalizedMutualInformation_HalfKnown_IsByHand() =>
        // One bit of two in common: information ln 2, entropies ln 4 and ln 2.
        Assert.Equal(2.0 / 3, SegmentAgreement.NormalizedMutualInformation([0, 1, 2, 3], [0, 0, 1, 1]), 1e-12);

    [Fact]
    public void All_AnyLabellings_AreSymmetric() => Labellings.Sample(rows =>
    {
        Assert.Equal(SegmentAgreement.AdjustedRand(rows.One, rows.Other), SegmentAgreement.AdjustedRand(rows.Other, rows.One), 1e-9);
        Assert.Equal(SegmentAgreement.AdjustedMutualInformation(rows.One, rows.Other), SegmentAgreement.AdjustedMutualInformation(rows.Other, rows.One), 1e-9);
        Assert.Equal(SegmentAgreement.NormalizedMutualInformation(rows.One, rows.Other), SegmentAgreement.NormalizedMutualInformation(rows.Other, rows.One), 1e-9);
    });

    [Fact]
    public void All_OtherNames_AreOne() => Labellings.Sample(rows =>
    {
        int[] renamed = [.. rows.One.Select(label => 17 - (3 * label))];
        Assert.Equal(1, SegmentAgreement.AdjustedRand(rows.One, renamed), 1e-9);
        Assert.Equal(1, SegmentAgreement.AdjustedMutualInformation(rows.One, renamed), 1e-9);
        Assert.Equal(1, SegmentAgreement.NormalizedMutualInformation(rows.One, renamed), 1e-9);
    });

    [Fact]
    public void Adjusted_ByChance_IsZeroOnAverage()
    {
        var random = new Random(3);
        int[] found = [.. Enumerable.Range(0, 60).Select(row => row % 7)];
        int[] truth = [.. Enumerable.Range(0, 60).Select(row => row % 4)];
        var (rand, information) = (0.0, 0.0);
        for (var round = 0; round < 400; round++)
        {
            random.Shuffle(truth);
            rand += SegmentAgreement.AdjustedRand(found, truth) / 400;
            information += SegmentAgreement.AdjustedMutualInformation(found, truth) / 400;
        }

        // The spread of one round is about 0.03, so that of the mean 0.0015.
        Assert.Equal(0, rand, 0.006);
        Assert.Equal(0, information, 0.006);
    }

    [Fact]
    public void AdjustedRand_UnknownTruth_IsLeftOut_AndFoundNoiseIsNot()
    {
        Assert.Equal(1, SegmentAgreement.AdjustedRand([0, 0, 1, 1, 0, 1], [5, 5, 7, 7, -1, -1]));
        Assert.Equal(SegmentAgreement.AdjustedRand([0, 0, 1, 2], [0, 0, 1, 1]), SegmentAgreement.AdjustedRand([0, 0, 1, -1], [0, 0, 1, 1]));
        Assert.Equal(SegmentAgreement.AdjustedRand([0, 2, 2], [0, 0, 1]), SegmentAgreement.AdjustedRand([0, -1, -4], [0, 0, 1]));
        Assert.Equal(double.NaN, SegmentAgreement.AdjustedRand([0, 1], [-1, -1]));
    }

    [Fact]
    public void AdjustedRand_OtherLengths_SaysHowMany() => Assert.Equal(
        "There are 2 labels found and 3 known ones. Give one of each a row.",
        Assert.Throws<DataException>(() => SegmentAgreement.AdjustedRand([0, 1], [0, 1, 1])).Message);
}
