"""The one table of colors: every color of the window has a name here, for light and for dark."""

_TABLE = """
bg #F3F6F6 #0F1619
surface #FFFFFF #182126
surface2 #EBF0F0 #222D33
sidebar #E9EFEF #131B1F
border #D3DCDC #334249
control #70838A #82959D
text #14232A #E9F0F2
text2 #43545C #B9C6CC
text3 #586971 #9DADB4
primary #0A6670 #63CBC8
primaryHover #07525A #86DAD7
primarySoft #DCEFEF #173A3D
onPrimary #FFFFFF #04282A
focus #1D4ED8 #9CC4FF
urgent #A8141C #B3262D
urgentHover #8A0F16 #C9383F
onUrgent #FFFFFF #FFFFFF
urgentSoft #FDECEC #3A1B1E
urgentText #8F0F17 #FFB9B5
urgentLine #A8141C #FF8A86
warn #C98A1B #E0AC4A
warnSoft #FFF3DA #362A12
warnText #6B4300 #F5CF85
ok #1F7A46 #5CC489
okSoft #E2F3E8 #14301F
okText #14592F #98E0B5
info #2A62B8 #7FB0F5
infoSoft #E6EEFA #182B45
infoText #1C4788 #B4D2FC
heart #AD2F5E #F08CB0
heartSoft #FBE7EE #3B1D2A
radiation #3A6EA5 #7DB1E6
radiationSoft #DCE8F5 #1B2F45
lowcount #D9A441 #C9993F
lowcountSoft #FBF0DA #2E2615
lowcountText #664300 #F2CE88
grid #E2E9E9 #28343A
sev0 #F1F4F5 #232D33
sev1 #D8CBEE #4A3D76
sev2 #AE92DC #725AB4
sev3 #7A52BE #A98FE8
sev4 #3B1C74 #E4DBFF
sevT0 #43545C #B9C6CC
sevT1 #2A1656 #EFE9FF
sevT2 #1D0E40 #FFFFFF
sevT3 #FFFFFF #1A0D3A
sevT4 #FFFFFF #1A0D3A
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]

LIGHT: dict[str, str] = {name: light for name, light, _ in _ROWS}
DARK: dict[str, str] = {name: dark for name, _, dark in _ROWS}
