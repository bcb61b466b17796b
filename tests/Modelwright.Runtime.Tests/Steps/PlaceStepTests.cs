using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Places;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Places and angles. Origin of the distances: scikit-learn 1.2.1, haversine_distances, times 6,371.0088 km.</summary>
public sealed class PlaceStepTests
{
    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static Table Places(params (double Latitude, double Longitude)[] places) => new(
    [
        new NumberColumn("lat", [.. places.Select(place => place.Latitude)]),
        new NumberColumn("lon", [.. places.Select(place => place.Longitude)]),
    ]);

    [Fact]
    public void Coordinates_TwoCities_DistancesAsReference()
    {
        const double Kilometres = 1e-6;
        (double, double)[] cities = [(52.52, 13.405), (48.8566, 2.3522), (-33.8688, 151.2093)];

        var made = new Coordinates { Centres = 3 }.Fit(new(Places(cities))).Training;

        Assert.Equal(["lat", "lon", "lat+lon:x", "lat+lon:y", "lat+lon:z", "lat+lon:north_east", "lat+lon:north_west", "lat+lon:km1", "lat+lon:km2", "lat+lon:km3"], made.Names);
        double[] expected = [0, 877.46453792, 16094.52218075];
        Assert.Equal(expected.Order(), Enumerable.Range(1, 3).Select(centre => Values(made, $"lat+lon:km{centre}")[0]).Order(), (one, other) => Math.Abs(one - other) < Kilometres);
    }

    [Fact]
    public void Coordinates_BothSidesOfTheSeam_AreNear()
    {
        var made = new Coordinates { Centres = 1 }.Fit(new(Places((0, 180), (0, -179), (0, 180)))).Training;

        Assert.All(Values(made, "lat+lon:km1"), distance => Assert.InRange(distance, 0, 111.2));
        Assert.Equal(-1, Values(made, "lat+lon:x")[0], 1e-15);
    }

    [Fact]
    public void Coordinates_TwoClusters_ACentreEach()
    {
        var places = Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? (52 + (row / 100.0), 13.0) : (-30 - (row / 100.0), 150.0)).ToArray();

        var made = new Coordinates { Centres = 2 }.Fit(new(Places(places)) { Seed = 5 }).Training;

        Assert.All(Enumerable.Range(0, 40), row => Assert.InRange(Math.Min(Values(made, "lat+lon:km1")[row], Values(made, "lat+lon:km2")[row]), 0, 50));
    }

    [Fact]
    public void Coordinates_NoPlace_MissingInAll()
    {
        var made = new Coordinates { KeepsInputs = false }.Fit(new(Places((1, 2), (91, 0), (0, 181), (double.NaN, 5), (double.PositiveInfinity, 0)))).Training;

        Assert.All(made.Columns, column => Assert.Equal([false, true, true, true, true], Enumerable.Range(0, 5).Select(column.IsMissing)));
    }

    [Fact]
    public void Coordinates_WeightOfNought_IsNoCentre()
    {
        var made = new Coordinates { Centres = 2 }.Fit(new(Places((10, 10), (50, 50))) { Weights = [1, 0] }).Training;

        Assert.DoesNotContain("lat+lon:km2", made.Names);
        Assert.Equal(0, Values(made, "lat+lon:km1")[0], 1e-4);
    }

    [Theory]
    [InlineData("52.52, 13.40", 52.52, 13.40)]
    [InlineData("(52.52;13.40)", 52.52, 13.40)]
    [InlineData("[ -1 2e1 ]", -1, 20)]
    [InlineData(" 1 , 2 ", 1, 2)]
    [InlineData("1.5", double.NaN, double.NaN)]
    [InlineData("1, 2, 3", double.NaN, double.NaN)]
    [InlineData("north, south", double.NaN, double.NaN)]
    [InlineData("", double.NaN, double.NaN)]
    public void Parse_Texts_AsStated(string text, double latitude, double longitude) => Assert.Equal((latitude, longitude), PlaceReader.Parse(text));

    [Fact]
    public void Coordinates_OneNumberColumnAndNoNames_SaysWhatToName()
    {
        var error = Assert.Throws<OptionsException>(() => new Coordinates().Fit(new(new Table([new NumberColumn("lat", [1])]))));

        Assert.Equal("Step 'coordinates' was told no columns, and the table has 1 number columns instead of two. Name latitude and longitude.", error.Message);
    }

    [Fact]
    public void Coordinates_ColumnsAbsentAndOfAnotherType_SaysBoth()
    {
        var rows = new Table([new NumberColumn("lat", [1]), new TextColumn("lon", ["2"])]);

        var error = Assert.Throws<DataException>(() => new Coordinates { Pairs = [new("lat", "lon")], Columns = ["place"] }.Fit(new(rows)));

        Assert.Equal(
            "Column 'lon' is of type text; step 'coordinates' needs type number. Read it as number.\n" +
            "Column 'place' (text) was not found, and step 'coordinates' needs it. Add it, or rename the column that holds it (case matters).",
            error.Message);
    }

    [Fact]
    public void Angles_AnyTurns_AsThePlatformWithinUnitsOfTheLastPlace()
    {
        const double Tolerance = 1e-15;
        for (var turns = -2.5; turns <= 2.5; turns += 0.001)
        {
            Assert.Equal(Math.Sin(turns * 2 * Math.PI), PortableMath.SineOfTurns(turns), 3 * Tolerance);
            Assert.Equal(Math.Cos(turns * 2 * Math.PI), PortableMath.CosineOfTurns(turns), 3 * Tolerance);
        }

        for (var value = -1.0; value <= 1; value += 0.0009765625)
        {
            Assert.Equal(Math.Asin(value), PortableMath.Arcsine(value), Tolerance);
        }

        Assert.Equal([0, 1, 0, -1], new[] { 0, 0.25, 0.5, 0.75 }.Select(PortableMath.SineOfTurns));
        Assert.True(double.IsNaN(PortableMath.SineOfTurns(double.PositiveInfinity)) && double.IsNaN(PortableMath.Arcsine(1.1)));
    }
}
