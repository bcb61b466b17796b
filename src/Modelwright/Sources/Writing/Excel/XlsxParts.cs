namespace Modelwright.Sources.Writing.Excel;

/// <summary>The parts of a workbook that are the same in each, and where the sheet goes.</summary>
/// <remarks>Source: ECMA-376, part 1, sections 18.2 and 18.8; part 2 for the package.</remarks>
internal static class XlsxParts
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal const string Sheet = "xl/worksheets/sheet1.xml";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>All but the sheet.</summary>
    internal static (string Name, string Text)[] All { get; } =
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
              <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
              <Override PartName="/{Sheet}" ContentType="{Type}.worksheet+xml"/>
            </Types>
            """),
        ("_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships">
              <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">
              <sheets><sheet name="{WrittenTable.Name}" sheetId="1" r:id="rId1"/></sheets>
            </workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships">
              <Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/>
            </Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}">
              <numFmts count="3">
                <numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>
                <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/>
                <numFmt numFmtId="166" formatCode="yyyy\-mm\-dd\ hh:mm:ss.000"/>
              </numFmts>
              <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
              <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
              <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
              <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
              <cellXfs count="4">
                <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
                <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
                <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
                <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
              </cellXfs>
              <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """),
    ];
}
