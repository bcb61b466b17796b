using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Tests.Profile.Meanings;

public class PlaceTests
{
    [Theory]
    [InlineData("lat", "lon")]
    [InlineData("Latitude", "Longitude")]
    [InlineData("pickup_latitude", "pickup_longitude")]
    [InlineData("startLat", "startLng")]
    public void TwoColumnsByNameAndRange_AreAPair(string latitude, string longitude)
    {
        var columns = Inspect(latitude, 52.1, longitude, 13.2);

        Assert.Equal([(ColumnMeaning.Latitude, ColumnKind.Latitude), (ColumnMeaning.Longitude, ColumnKind.Longitude)], columns.Select(column => (column.Meaning, column.Spec.Kind)));
        Assert.Equal($"degrees north, with '{longitude}' beside it", columns[0].Reason);
        Assert.All(columns, column => Assert.Equal(ColumnType.Number, column.Spec.Type));
    }

    [Theory]
    [InlineData("lat", 95.0, "lon", 13.2)]
    [InlineData("lat", 52.1, "lon", 190.0)]
    [InlineData("lat", 52.1, "height", 13.2)]
    [InlineData("start_lat", 52.1, "end_lon", 13.2)]
    [InlineData("latency", 52.1, "longing", 13.2)]
    public void ColumnsThatAreNoPair_AreNumbers(string latitude, double north, string longitude, double east) =>
        Assert.All(Inspect(latitude, north, longitude, east), column => Assert.Equal((ColumnMeaning.Number, ColumnKind.Plain), (column.Meaning, column.Spec.Kind)));

    [Theory]
    [InlineData("x", "52.5200, 13.4050 | 48.8566, 2.3522 | -33.8688, 151.2093")]
    [InlineData("x", "(52.5200, 13.4050) | (48.8566, 2.3522)")]
    [InlineData("x", "52.5200;13.4050 | 48.8566;2.3522")]
    [InlineData("location", "52.5 13.4 | 48.8 2.3")]
    public void CellsWithBoth_AreCoordinates(string name, string texts)
    {
        var column = Texts.Inspect(name, Texts.Parted(texts)).Columns[0];

        Assert.Equal((ColumnMeaning.Coordinates, ColumnKind.Coordinates, ColumnType.Text), (column.Meaning, column.Spec.Kind, column.Spec.Type));
    }

    [Theory]
    [InlineData("x", "1.5, 2.5 | 3.5, 4.5")]
    [InlineData("x", "95.1234, 13.4050 | 98.8566, 2.3522")]
    [InlineData("x", "52, 13 | 48, 2")]
    [InlineData("location", "Berlin, Mitte | Paris, Nord")]
    [InlineData("x", "52.5200, 13.4050, 7.1111 | 48.8566, 2.3522, 7.2222")]
    public void CellsThatOnlyLookLikeBoth_AreLeftAlone(string name, string texts) =>
        Assert.Equal(ColumnKind.Plain, Texts.Inspect(name, Texts.Parted(texts)).Columns[0].Spec.Kind);

    [Fact]
    public void TypeTold_TakesTheKindAway()
    {
        var told = new ProfileOptions { Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Category } };

        var column = Profiler.Inspect(new([new TextColumn("x", (string?[])["52.5200, 13.4050", "48.8566, 2.3522"])]), told, TestContext.Current.CancellationToken).Columns[0];

        Assert.Equal((ColumnMeaning.Category, ColumnKind.Plain), (column.Meaning, column.Spec.Kind));
    }

    private static IReadOnlyList<ColumnProfile> Inspect(string latitude, double north, string longitude, double east)
    {
        double[] steps = [.. Enumerable.Range(0, 30).Select(row => row * 7 % 30 * 0.01)];
        var table = new Table([new NumberColumn(latitude, [.. steps.Select(step => north + step)]), new NumberColumn(longitude, [.. steps.Select(step => east - step)])]);
        return Profiler.Inspect(table, null, TestContext.Current.CancellationToken).Columns;
    }
}
