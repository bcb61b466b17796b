using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Tests.Profile.Meanings;

public class CodeTests
{
    [Theory]
    [InlineData("x", "ann@example.com | bob.b+tag@mail.example.org | c_d@sub.domain.co", ColumnMeaning.Email)]
    [InlineData("x", "https://example.com/a?b=1 | http://a.example.org:8080 | www.example.net", ColumnMeaning.Url)]
    [InlineData("x", "192.168.100.200 | 10.0.0.1 | 8.8.8.8", ColumnMeaning.IpAddress)]
    [InlineData("client_ip", "1.2.3.4 | 5.6.7.8 | 9.10.11.12", ColumnMeaning.IpAddress)]
    [InlineData("x", "2001:db8::1 | fe80::1 | ::1", ColumnMeaning.IpAddress)]
    [InlineData("x", "+49 30 123456 | +49 89 998877 | +44 20 7946 0958 | (030) 12345678 | +1 212 555 0123", ColumnMeaning.Phone)]
    [InlineData("x", "555-123-4567 | 555.123.9999 | (555) 123-1111 | 555 123 2222 | 555-777-8888", ColumnMeaning.Phone)]
    [InlineData("homePhone", "030/1234567 | 040/7654321", ColumnMeaning.Phone)]
    [InlineData("zip", "01234 | 99501 | 10115", ColumnMeaning.PostalCode)]
    [InlineData("shipping_postcode", "123 45 | 987 65", ColumnMeaning.PostalCode)]
    [InlineData("x", "SW1A 1AA | M1 1AE | B33 8TH | CR2 6XH | DN55 1PT", ColumnMeaning.PostalCode)]
    [InlineData("x", "K1A 0B1 | V6B 1A1 | H2X 1Y4 | M5V 3L9 | T2P 2M5", ColumnMeaning.PostalCode)]
    public void Codes_AreLevelsWithAMeaning(string name, string texts, ColumnMeaning meaning)
    {
        var column = Texts.Inspect(name, Texts.Parted(texts)).Columns[0];

        Assert.Equal((meaning, ColumnType.Category), (column.Meaning, column.Spec.Type));
        Assert.Equal(column.Evidence.Looked, column.Evidence.Agreeing);
    }

    [Theory]
    [InlineData("x", "ann@ | @bob | a@b")]
    [InlineData("x", "me@home today | you@work now")]
    [InlineData("x", "http:/a.com | https//b.com")]
    [InlineData("version", "1.2.3.4 | 5.6.7.8 | 9.10.11.12")]
    [InlineData("x", "300.1.1.1 | 256.2.2.2")]
    [InlineData("x", "12:30:45 | 13:45:10")]
    [InlineData("ssn", "123-45-6789 | 987-65-4321 | 111-22-3333 | 222-33-4444 | 333-44-5555")]
    [InlineData("isbn", "978-3-16-148410-0 | 978-0-306-40615-7 | 979-8-88645-174-0 | 978-1-56619-909-4 | 978-0-13-235088-4")]
    [InlineData("phone_plan", "basic | gold")]
    [InlineData("phone_model", "iPhone 12345678 | iPhone 12345679")]
    [InlineData("zipped", "yes, it is | no, it is not")]
    [InlineData("plate", "AB12 CDE | XY34 ZZZ | KL56 MNO | QR78 STU | GH90 IJK")]
    public void Texts_ThatOnlyLookLikeCodes_AreLeftAlone(string name, string texts) =>
        Assert.DoesNotContain(Texts.Inspect(name, Texts.Parted(texts)).Columns[0].Meaning, new[] { ColumnMeaning.Email, ColumnMeaning.Url, ColumnMeaning.IpAddress, ColumnMeaning.Phone, ColumnMeaning.PostalCode });

    [Theory]
    [InlineData("zip_code", 10_000, 89, ColumnMeaning.PostalCode)]
    [InlineData("PLZ", 10_000, 89, ColumnMeaning.PostalCode)]
    [InlineData("mobile", 491_512_345_000, 7, ColumnMeaning.Phone)]
    [InlineData("zip_count", 10_000, 89, ColumnMeaning.Number)]
    [InlineData("zip_population", 10_000, 89, ColumnMeaning.Number)]
    [InlineData("mobile_minutes", 10_000_000, 89, ColumnMeaning.Number)]
    [InlineData("phone", 3, 1, ColumnMeaning.Number)]
    [InlineData("amount", 10_000, 89, ColumnMeaning.Number)]
    public void Numbers_AreCodesOnlyWhereTheNameSaysSo(string name, double first, double step, ColumnMeaning meaning)
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(row => first + (step * (row * 7 % 30)))];

        var column = Inspect(new NumberColumn(name, values)).Columns[0];

        Assert.Equal((meaning, meaning == ColumnMeaning.Number ? ColumnType.Number : ColumnType.Category), (column.Meaning, column.Spec.Type));
    }

    [Fact]
    public void PostalCodesWithFewerDigits_MayHaveLostTheirZeros()
    {
        var profile = Inspect(new NumberColumn("zip", [501, 10115, 99501, 501, 10115]));

        Assert.Equal(
            "Note: 'zip' holds postal codes of 3 to 5 digits, so leading zeros may have been lost. See whether the file that these rows came from has them still.",
            Texts.Finding(profile, "lost_zeros"));
    }

    [Fact]
    public void AddressesThatAreAllDifferent_NameTheRow()
    {
        var profile = Texts.Inspect("mail", [.. Enumerable.Range(0, 40).Select(row => $"user{row}@example.com")]);

        Assert.Equal((ColumnMeaning.Email, ColumnRole.Id), (profile.Columns[0].Meaning, profile.Columns[0].Spec.Role));
        Assert.Equal(
            "Note: 'mail' names the row: e-mail addresses, every one different. It is not used to predict; give it the role feature to use it.",
            Texts.Finding(profile, "id"));
    }

    [Fact]
    public void ValuesThatDisagree_AreShownWithTheirRows()
    {
        string?[] texts = [.. Enumerable.Range(0, 60).Select(row => row is 8 or 31 ? "none given" : $"user{row % 20}@example.com")];

        var evidence = Texts.Of(texts).Evidence;

        Assert.Equal((60, 58), (evidence.Looked, evidence.Agreeing));
        Assert.Equal([new("none given", 2, 8)], evidence.Disagreeing);
    }

    [Fact]
    public void AlmostConstant_IsAFinding()
    {
        var texts = Texts.Inspect("x", [.. Enumerable.Range(0, 400).Select(row => row < 2 ? "b" : "a")]);
        var numbers = Inspect(new NumberColumn("y", [.. Enumerable.Range(0, 4000).Select(row => row < 40 ? row + 1.5 : 0)]));
        var varied = Inspect(new NumberColumn("y", [.. Enumerable.Range(0, 4000).Select(row => row < 41 ? row + 1.5 : 0)]));

        Assert.Equal("Note: 'x' is 'a' in 99.5 % of its 400 values. It tells something of the few other rows only; see whether it is worth its place.", Texts.Finding(texts, "near_constant"));
        Assert.Equal("Note: 'y' is '0' in 99 % of its 4000 values. It tells something of the few other rows only; see whether it is worth its place.", Texts.Finding(numbers, "near_constant"));
        Assert.Null(Texts.Finding(varied, "near_constant"));
    }

    [Fact]
    public void IdThatHardlyComesAgain_IsAFinding()
    {
        var profile = Inspect(new NumberColumn("customer_id", [.. Enumerable.Range(0, 200).Select(row => row < 195 ? (row * 7) + 1000.0 : 1000)]));

        Assert.Equal(
            "Warning: 'customer_id' is named like an id, and 195 of its 200 numbers are different. If it names the row, give it the role id; if rows with one of them belong together, the role group.",
            Texts.Finding(profile, "near_id"));
    }

    private static DataProfile Inspect(Column column) => Profiler.Inspect(new([column]), null, TestContext.Current.CancellationToken);
}
